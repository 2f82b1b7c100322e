-- When a run was deleted; NULL: it is in use. An experiment's last_update_time is the time of its deletion.
ALTER TABLE runs ADD COLUMN deleted_time BIGINT;

CREATE INDEX runs_deleted ON runs (deleted_time) WHERE deleted_time IS NOT NULL;

-- 1: a purge has begun to remove it, so it cannot be restored any more.
ALTER TABLE runs ADD COLUMN condemned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE experiments ADD COLUMN condemned INTEGER NOT NULL DEFAULT 0;

CREATE INDEX inputs_dataset ON inputs (dataset_id);

-- model_no is what other tables name a logged model by. source_run_id need not be one of ours.
CREATE TABLE logged_models (
    model_no ${identity},
    model_id TEXT NOT NULL UNIQUE,
    experiment_id BIGINT NOT NULL REFERENCES experiments (experiment_id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    artifact_uri TEXT NOT NULL,
    status TEXT NOT NULL,
    source_run_id TEXT,
    model_type TEXT NOT NULL,
    creation_time BIGINT NOT NULL,
    last_update_time BIGINT NOT NULL,
    lifecycle TEXT NOT NULL
);

CREATE INDEX logged_models_newest ON logged_models (experiment_id, lifecycle, creation_time DESC, model_id);

CREATE TABLE logged_model_params (
    model_no BIGINT NOT NULL REFERENCES logged_models (model_no) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (model_no, key)
) ${clustered};

CREATE TABLE logged_model_tags (
    model_no BIGINT NOT NULL REFERENCES logged_models (model_no) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (model_no, key)
) ${clustered};

-- One row a logged value of a model. A data set that nobody named has an empty name and digest; a NaN has the value 0
-- and is_nan 1.
CREATE TABLE logged_model_metrics (
    model_no BIGINT NOT NULL REFERENCES logged_models (model_no) ON DELETE CASCADE,
    key TEXT NOT NULL,
    timestamp BIGINT NOT NULL,
    step BIGINT NOT NULL,
    run_no BIGINT NOT NULL REFERENCES runs (run_no) ON DELETE CASCADE,
    dataset_name TEXT NOT NULL,
    dataset_digest TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    is_nan INTEGER NOT NULL,
    PRIMARY KEY (model_no, key, timestamp, step, run_no, dataset_name, dataset_digest, value, is_nan)
) ${clustered};

CREATE INDEX logged_model_metrics_run ON logged_model_metrics (run_no);

-- The logged models that a run read and made; they need not be ours.
CREATE TABLE model_inputs (
    run_no BIGINT NOT NULL REFERENCES runs (run_no) ON DELETE CASCADE,
    model_id TEXT NOT NULL,
    PRIMARY KEY (run_no, model_id)
) ${clustered};

CREATE TABLE model_outputs (
    run_no BIGINT NOT NULL REFERENCES runs (run_no) ON DELETE CASCADE,
    model_id TEXT NOT NULL,
    step BIGINT NOT NULL,
    PRIMARY KEY (run_no, model_id)
) ${clustered};

-- Where files of purged runs, models and experiments stand that nobody has removed yet.
CREATE TABLE freed_locations (
    location TEXT NOT NULL PRIMARY KEY
) ${clustered};
