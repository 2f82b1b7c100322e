package io.steelyard.sql;

import java.sql.Connection;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;

/// jOOQ, set up for one of the two databases. It is loaded by the first transaction, not by opening a database.
final class Dialect {
    private static final Configuration SQLITE = configuration(SQLDialect.SQLITE);
    private static final Configuration POSTGRES = configuration(SQLDialect.POSTGRES);

    private Dialect() {}

    private static Configuration configuration(SQLDialect dialect) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        return new DefaultConfiguration().set(dialect);
    }

    static DSLContext on(DatabaseUri uri, Connection connection) {
        Configuration configuration = switch (uri) {
            case DatabaseUri.Sqlite sqlite -> SQLITE;
            case DatabaseUri.Postgres postgres -> POSTGRES;
        };
        return DSL.using(configuration.derive(new DefaultConnectionProvider(connection)));
    }
}
