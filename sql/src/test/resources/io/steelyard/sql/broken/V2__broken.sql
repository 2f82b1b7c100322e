INSERT INTO things (name) VALUES ('half');
INSERT INTO nothing (name) VALUES ('x');
