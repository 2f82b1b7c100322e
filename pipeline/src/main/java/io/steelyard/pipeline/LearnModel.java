package io.steelyard.pipeline;

import io.steelyard.data.TableEngine;
import io.steelyard.gates.GateReport;
import io.steelyard.gates.GateResult;
import io.steelyard.pipeline.provenance.Outcome;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The first half of a pipeline, from its tables to a model that was weighed. Nothing outside the run and the folder of
/// features changes, so that it can be repeated beside what serves.
///
/// @param file the pipeline
/// @param place where it works
/// @param steps told of each step
record LearnModel(PipelineFile file, Workplace place, StepRunner steps) {
    /// What the first half brings.
    record Learned(
            LoadTables.Loaded loaded,
            JoinFeatures.Joined joined,
            FitTransforms.Fitted fitted,
            RunRecord.Started started,
            TrainModel.Trained trained,
            PackageModel.Packaged packaged,
            WeighModel.Weighed weighed,
            GateReport gates,
            Outcome outcome) {}

    Learned run(RunRecord record, TableEngine engine, WorkFolder work) {
        PipelineSpec spec = file.spec();
        LoadTables.Loaded loaded = steps.run(
                "data",
                progress -> new LoadTables(file.folder(), spec.data()).run(engine),
                l -> l.inputs().size() + " tables, digest " + l.digest().substring(0, 12));
        Path features = place.folder().resolve("features").resolve(spec.name());
        JoinFeatures.Joined joined = steps.run(
                "features",
                progress -> new JoinFeatures(file.folder(), spec, features).run(engine, progress),
                j -> count(j.rows().values().stream().mapToLong(n -> n).sum()) + " rows, "
                        + spec.model().features().size() + " features");
        FitTransforms.Fitted fitted = steps.run(
                "transforms",
                progress -> new FitTransforms(spec).run(engine, joined),
                f -> f.transforms().steps().size() + " fitted on "
                        + count(f.train().rows()) + " rows");
        RunRecord.Started started = record.start(loaded, fitted);
        TrainModel.Trained trained = steps.run(
                "train",
                progress -> new TrainModel(spec, place.log())
                        .run(fitted.transforms(), fitted.train(), fitted.validation(), progress),
                t -> (t.model().bestRound() + 1) + " rounds kept of "
                        + t.model().rounds());
        PackageModel.Packaged packaged = steps.run(
                "package",
                progress -> new PackageModel(
                                spec, place.log().runId(), work.path().resolve("model"))
                        .run(fitted.transforms(), trained.model(), fitted.train()),
                p -> "model file " + p.digest().substring(0, 12));
        WeighModel.Weighed weighed = steps.run(
                "evaluate",
                progress -> new WeighModel(spec).run(packaged.predictor(), fitted.test()),
                w -> "ROC AUC " + four(w.metrics().get("roc_auc")) + " on "
                        + count(fitted.test().rows()) + " rows");
        GateReport gates = steps.run(
                "gates",
                progress -> GateReport.weigh(
                        weighed.metrics(),
                        spec.gates().stream().map(GateSpec::gate).toList()),
                g -> g.results().stream().filter(GateResult::passed).count() + " of "
                        + g.results().size() + " passed");
        record.weighed(work, weighed, gates, packaged);
        Outcome outcome = new OutcomeRecord(place.log(), work)
                .write(started.config(), loaded, fitted, trained, packaged, weighed);
        return new Learned(loaded, joined, fitted, started, trained, packaged, weighed, gates, outcome);
    }

    static String four(@Nullable Double value) {
        return value == null ? "unknown" : String.format(Locale.ROOT, "%.4f", value);
    }

    static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
