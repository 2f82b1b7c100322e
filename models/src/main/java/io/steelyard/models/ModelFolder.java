package io.steelyard.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A model as a folder of files in MLflow's layout: `MLmodel`, `model.ubj`, `transforms.json`, `input_example.json`.
/// Opened, it is
/// immutable and needs the files no more.
///
/// A folder written here has two flavors. `steelyard` is the whole model: it takes raw columns and applies the
/// transforms.
/// `xgboost` is the bare booster for `mlflow.xgboost.load_model` in Python, and takes the columns that the transforms
/// leave.
/// There is no flavor `python_function`, as Python could not apply the transforms and would answer something else.
///
/// For equal models, `model.ubj`, `transforms.json` and `input_example.json` have equal bytes; `MLmodel` holds the
/// run's id
/// and the time besides.
public final class ModelFolder {
    private final MlModel mlModel;
    private final ScoringPredictor predictor;

    private ModelFolder(MlModel mlModel, ScoringPredictor predictor) {
        this.mlModel = mlModel;
        this.predictor = predictor;
    }

    /// Writes a model folder and opens it. Nothing stands under the folder's name until all files are whole.
    ///
    /// @param folder where to; there must be nothing yet; folders above it are made
    /// @param model what to write
    /// @return the folder, opened
    /// @throws ModelException where the model is no XGBoost file that names its features, there is something already,
    /// or the
    ///     disk refuses
    public static ModelFolder write(Path folder, NewModel model) {
        new FolderWriter(model).write(folder);
        return open(folder);
    }

    /// Opens a model folder that was written here, or by MLflow's xgboost flavor in Python (a Booster or a scikit-learn
    /// class; `xgboost` files of the kinds that [io.steelyard.forest.XgboostModelFile] reads). Keys of `MLmodel` that
    /// are not
    /// known are ignored.
    ///
    /// @param folder the folder
    /// @return the model
    /// @throws ModelException where a file is missing or damaged, or the model has no flavor that can be opened; the
    /// message
    ///     names the file
    public static ModelFolder open(Path folder) {
        MlModel mlModel = MlModel.read(folder);
        Optional<Flavor> steelyard = mlModel.flavor(SteelyardFlavor.NAME);
        if (steelyard.isPresent()) {
            return new ModelFolder(mlModel, SteelyardFlavor.open(mlModel, steelyard.get()));
        }
        return new ModelFolder(mlModel, LibraryFlavor.open(mlModel).orElseThrow(() -> PickledModel.refused(mlModel)));
    }

    /// The model, ready to score.
    ///
    /// @return a predictor that needs no native code
    public Predictor predictor() {
        return predictor;
    }

    /// What the model takes and answers.
    ///
    /// @return the signature; for a folder of Python's without one, the model's features as numbers
    public Signature signature() {
        return predictor.signature();
    }

    /// The names under which the model can be loaded.
    ///
    /// @return the flavors in alphabetical order
    public List<String> flavors() {
        return mlModel.flavors();
    }

    /// The columns that the forest takes, after the transforms.
    ///
    /// @return the features' names in the order of its rows
    public List<String> features() {
        return predictor.features();
    }

    /// The run that trained the model.
    ///
    /// @return its id; empty where the folder does not say
    public Optional<String> runId() {
        return mlModel.text("run_id");
    }

    /// The model's own id.
    ///
    /// @return the id; empty where the folder does not say
    public Optional<String> modelUuid() {
        return mlModel.text("model_uuid");
    }

    /// When the model was made.
    ///
    /// @return the time in UTC as MLflow writes it, for example `2026-11-24 09:00:00.000000`; empty where the folder
    /// does not
    ///     say
    public Optional<String> created() {
        return mlModel.text("utc_time_created");
    }
}
