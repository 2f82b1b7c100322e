CREATE TABLE experiments (
    experiment_id ${identity},
    name TEXT NOT NULL UNIQUE,
    artifact_location TEXT NOT NULL,
    lifecycle TEXT NOT NULL,
    creation_time BIGINT NOT NULL,
    last_update_time BIGINT NOT NULL
);

INSERT INTO experiments (experiment_id, name, artifact_location, lifecycle, creation_time, last_update_time)
VALUES (0, 'Default', 'mlflow-artifacts:/0', 'ACTIVE', ${now}, ${now});

CREATE TABLE experiment_tags (
    experiment_id BIGINT NOT NULL REFERENCES experiments (experiment_id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (experiment_id, key)
) ${clustered};

-- run_no is what other tables name a run by: a small number where run_id is 32 characters.
CREATE TABLE runs (
    run_no ${identity},
    run_id TEXT NOT NULL UNIQUE,
    experiment_id BIGINT NOT NULL REFERENCES experiments (experiment_id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    user_id TEXT NOT NULL,
    status TEXT NOT NULL,
    start_time BIGINT NOT NULL,
    end_time BIGINT,
    artifact_uri TEXT NOT NULL,
    lifecycle TEXT NOT NULL
);

CREATE INDEX runs_newest ON runs (experiment_id, lifecycle, start_time DESC, run_id);

CREATE TABLE params (
    run_no BIGINT NOT NULL REFERENCES runs (run_no) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (run_no, key)
) ${clustered};

CREATE TABLE tags (
    run_no BIGINT NOT NULL REFERENCES runs (run_no) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (run_no, key)
) ${clustered};

-- One row a metric of a run, with its latest value. A NaN has the value 0 and is_nan 1, for SQLite has no NaN.
CREATE TABLE series (
    series_id ${identity},
    run_no BIGINT NOT NULL REFERENCES runs (run_no) ON DELETE CASCADE,
    key TEXT NOT NULL,
    latest_step BIGINT NOT NULL,
    latest_timestamp BIGINT NOT NULL,
    latest_value DOUBLE PRECISION NOT NULL,
    latest_is_nan INTEGER NOT NULL,
    UNIQUE (run_no, key)
);

-- One row a logged value, in the order in which a history is read.
CREATE TABLE points (
    series_id BIGINT NOT NULL REFERENCES series (series_id) ON DELETE CASCADE,
    timestamp BIGINT NOT NULL,
    step BIGINT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    is_nan INTEGER NOT NULL,
    PRIMARY KEY (series_id, timestamp, step, value, is_nan)
) ${clustered};

CREATE TABLE datasets (
    dataset_id ${identity},
    experiment_id BIGINT NOT NULL REFERENCES experiments (experiment_id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    source_type TEXT NOT NULL,
    source TEXT NOT NULL,
    dataset_schema TEXT,
    dataset_profile TEXT,
    UNIQUE (experiment_id, name, digest)
);

CREATE TABLE inputs (
    input_id ${identity},
    run_no BIGINT NOT NULL REFERENCES runs (run_no) ON DELETE CASCADE,
    dataset_id BIGINT NOT NULL REFERENCES datasets (dataset_id) ON DELETE CASCADE,
    UNIQUE (run_no, dataset_id)
);

CREATE TABLE input_tags (
    input_id BIGINT NOT NULL REFERENCES inputs (input_id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (input_id, key)
) ${clustered};
