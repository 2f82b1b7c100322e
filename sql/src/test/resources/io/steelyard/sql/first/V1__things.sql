CREATE TABLE things (
    id ${identity},
    name TEXT NOT NULL UNIQUE,
    content ${bytes}
);
CREATE TABLE pairs (a BIGINT NOT NULL, b BIGINT NOT NULL, PRIMARY KEY (a, b)) ${clustered};
INSERT INTO things (name) VALUES ('from version 1');
