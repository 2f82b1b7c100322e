package io.steelyard.models;

import java.nio.file.Path;

/// Models that hold serialized Python objects, which only Python can read and which may run code as they are read: they are
/// refused with the lines of Python that write them in a form that can be opened here.
final class PickledModel {
    private PickledModel() {}

    /// Refuses a flavor whose file is a pickle.
    static void refuse(MlModel mlModel, Flavor flavor) {
        String data = flavor.optionalText("data").orElse("");
        boolean pickled = data.endsWith(".pkl") || data.endsWith(".pickle") || data.endsWith(".skops");
        if (pickled && flavor.name().equals(LibraryFlavor.LIGHTGBM.spelling())) {
            throw refused(
                    mlModel,
                    "the model is a class of LightGBM's scikit-learn interface, saved as a Python object",
                    "",
                    "model = mlflow.lightgbm.load_model(\"%s\")",
                    "mlflow.lightgbm.save_model(model.booster_, \"NEW_FOLDER\")");
        }
        if (pickled) {
            throw refused(mlModel);
        }
    }

    /// What to say of a folder none of whose flavors can be opened.
    static ModelException refused(MlModel mlModel) {
        if (mlModel.flavor("sklearn").isPresent()) {
            return refused(
                    mlModel,
                    "the model is of scikit-learn, saved as a Python object",
                    " (X: a data frame with some of the training rows)",
                    "model = mlflow.sklearn.load_model(\"%s\")",
                    "mlflow.onnx.save_model(skl2onnx.to_onnx(model, X[:1].to_numpy(\"float32\")), \"NEW_FOLDER\", "
                            + "signature=mlflow.models.infer_signature(X))");
        }
        if (mlModel.flavor(PythonFlavor.NAME).isPresent()) {
            return refused(
                    mlModel,
                    "the model is Python code",
                    " (if the object holds the booster as 'model'; else log the model itself, with its own flavor)",
                    "wrapper = mlflow.pyfunc.load_model(\"%s\").unwrap_python_model()",
                    "mlflow.xgboost.save_model(wrapper.model, \"NEW_FOLDER\")");
        }
        return new ModelException(
                ModelException.Kind.UNSUPPORTED,
                mlModel.file() + ": the model has the flavors " + mlModel.flavors()
                        + ", but one of steelyard, xgboost, lightgbm and onnx is needed");
    }

    private static ModelException refused(MlModel mlModel, String what, String note, String load, String save) {
        Path folder = mlModel.file().resolveSibling("").normalize();
        return new ModelException(
                ModelException.Kind.UNSUPPORTED,
                mlModel.file() + ": " + what + ", which only Python can read. Save it so that others can, in Python"
                        + note + ":\n" + load.formatted(folder) + "\n" + save);
    }
}
