-- last_version only grows, so that a version's number is never used again.
CREATE TABLE registered_models (
    model_no ${identity},
    name TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL,
    creation_time BIGINT NOT NULL,
    last_update_time BIGINT NOT NULL,
    last_version BIGINT NOT NULL
);

CREATE TABLE registered_model_tags (
    model_no BIGINT NOT NULL REFERENCES registered_models (model_no) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (model_no, key)
) ${clustered};

CREATE TABLE model_versions (
    version_no ${identity},
    model_no BIGINT NOT NULL REFERENCES registered_models (model_no) ON DELETE CASCADE,
    version BIGINT NOT NULL,
    stage TEXT NOT NULL,
    artifact_path TEXT NOT NULL,
    run_id TEXT,
    config_hash TEXT,
    data_version TEXT,
    git_commit TEXT,
    description TEXT NOT NULL,
    creation_time BIGINT NOT NULL,
    last_update_time BIGINT NOT NULL,
    UNIQUE (model_no, version)
);

CREATE INDEX model_versions_stage ON model_versions (model_no, stage, creation_time);

CREATE TABLE model_version_tags (
    version_no BIGINT NOT NULL REFERENCES model_versions (version_no) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (version_no, key)
) ${clustered};

-- A NaN has the value 0 and is_nan 1, for SQLite has no NaN.
CREATE TABLE model_version_metrics (
    version_no BIGINT NOT NULL REFERENCES model_versions (version_no) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    is_nan INTEGER NOT NULL,
    PRIMARY KEY (version_no, key)
) ${clustered};

CREATE TABLE model_aliases (
    model_no BIGINT NOT NULL REFERENCES registered_models (model_no) ON DELETE CASCADE,
    alias TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (model_no, alias),
    FOREIGN KEY (model_no, version) REFERENCES model_versions (model_no, version) ON DELETE CASCADE
) ${clustered};

-- Only ever appended to; it names what it speaks of, so that it outlives what is deleted.
CREATE TABLE registry_log (
    log_no ${identity},
    model_name TEXT NOT NULL,
    version BIGINT NOT NULL,
    change TEXT NOT NULL,
    alias TEXT NOT NULL,
    before_change TEXT NOT NULL,
    after_change TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    log_time BIGINT NOT NULL
);

CREATE INDEX registry_log_model ON registry_log (model_name, log_no);
