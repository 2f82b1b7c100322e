-- storage_location: where the files of a version lie whose artifact_path names another version; NULL: there itself.
ALTER TABLE model_versions ADD COLUMN model_id TEXT;
ALTER TABLE model_versions ADD COLUMN run_link TEXT NOT NULL DEFAULT '';
ALTER TABLE model_versions ADD COLUMN storage_location TEXT;

CREATE INDEX model_versions_run ON model_versions (run_id);

-- model_no is the same before and after a rename; no number is ever given to another model.
ALTER TABLE registry_log ADD COLUMN model_no BIGINT NOT NULL DEFAULT 0;
ALTER TABLE registry_log ADD COLUMN evidence TEXT NOT NULL DEFAULT '';

UPDATE registry_log SET model_no = COALESCE(
    (SELECT m.model_no FROM registered_models m WHERE m.name = registry_log.model_name), 0);

CREATE INDEX registry_log_model_no ON registry_log (model_no, log_no);

CREATE INDEX registered_models_update ON registered_models (last_update_time, name);

-- The secret signs what is sent, so it is kept as it is; no answer ever holds it.
CREATE TABLE webhooks (
    webhook_no ${identity},
    webhook_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    description TEXT NOT NULL,
    status TEXT NOT NULL,
    secret TEXT NOT NULL,
    creation_time BIGINT NOT NULL,
    last_update_time BIGINT NOT NULL
);

CREATE TABLE webhook_events (
    webhook_no BIGINT NOT NULL REFERENCES webhooks (webhook_no) ON DELETE CASCADE,
    event TEXT NOT NULL,
    PRIMARY KEY (webhook_no, event)
) ${clustered};
