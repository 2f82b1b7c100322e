package io.steelyard.tracking;

import java.util.Map;

/// Keeps logged models. Their metrics come with [RunStore#log].
///
/// All methods may be called from any number of threads. A method that writes returns when what it wrote would survive
/// a crash, and has written all of it or, where it throws, nothing. What is refused is a [TrackingException] with
/// MLflow's words.
public interface LoggedModelStore {
    /// Makes a logged model, whose status is PENDING.
    ///
    /// @param model what it is made of
    /// @return the model
    LoggedModel createLoggedModel(NewLoggedModel model);

    /// Gives a logged model.
    ///
    /// @param id its id
    /// @return the model
    /// @throws TrackingException of kind NOT_FOUND where there is none
    LoggedModel loggedModel(String id);

    /// Says how writing a model's files ended.
    ///
    /// @param id the model's id
    /// @param status how
    /// @return the model after it
    LoggedModel finalizeLoggedModel(String id, LoggedModelStatus status);

    /// Deletes a logged model.
    ///
    /// @param id its id
    void deleteLoggedModel(String id);

    /// Writes parameters of a model.
    ///
    /// @param id the model's id
    /// @param params values by key
    void logLoggedModelParams(String id, Map<String, String> params);

    /// Writes or overwrites tags of a model.
    ///
    /// @param id the model's id
    /// @param tags values by key
    /// @return the model after it
    LoggedModel setLoggedModelTags(String id, Map<String, String> tags);

    /// Deletes a tag of a model.
    ///
    /// @param id the model's id
    /// @param key the tag's key
    void deleteLoggedModelTag(String id, String key);

    /// Searches for logged models.
    ///
    /// @param search what is asked for
    /// @return a page of them
    Page<LoggedModel> searchLoggedModels(LoggedModelSearch search);
}
