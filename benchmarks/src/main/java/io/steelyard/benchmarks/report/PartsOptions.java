package io.steelyard.benchmarks.report;

import io.steelyard.benchmarks.report.Setting.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options of a benchmark of several parts, of which some are beside Python's libraries.
public final class PartsOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Option(names = "--quick", description = "Short turns and few rows: does it work, not how fast is it.")
    private boolean quick;

    @Option(names = "--only", paramLabel = "NAME", description = "Measure one part only.")
    private @Nullable String only;

    @Option(names = "--without-python", description = "Measure without Python's libraries.")
    private boolean withoutPython;

    /// For picocli.
    public PartsOptions() {}

    /// Measures the parts and reports.
    ///
    /// @param parts all there are
    /// @param quickRows how many rows short turns have
    /// @param fullRows how many rows the real ones have
    /// @return the exit code
    /// @throws IOException where a side fails
    /// @throws InterruptedException where it is interrupted
    public int run(List<Part> parts, int quickRows, int fullRows) throws IOException, InterruptedException {
        List<Part> chosen = parts.stream()
                .filter(part -> only == null || only.equals(part.name()))
                .toList();
        if (chosen.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--only " + only + ": there are "
                            + parts.stream().map(Part::name).toList());
        }
        String python = System.getProperty("steelyard.tool.python", "");
        if (python.isEmpty() && !withoutPython) {
            System.err.println(
                    "the Python libraries could not be installed (see target/tools.log): Steelyard is measured alone");
        }
        return report.write(folder -> measure(
                chosen,
                new Setting(
                        folder,
                        python.isEmpty() || withoutPython ? null : Path.of(python),
                        quick ? Pace.QUICK : Pace.FULL,
                        quick ? quickRows : fullRows)));
    }

    private static Report measure(List<Part> parts, Setting setting) throws IOException, InterruptedException {
        Machine machine = Machine.of(setting.folder());
        Map<String, String> versions = new LinkedHashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Part part : parts) {
            lines.addAll(part.run(setting, versions));
        }
        return new Report(machine, versions, lines);
    }
}
