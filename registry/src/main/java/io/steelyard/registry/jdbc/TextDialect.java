package io.steelyard.registry.jdbc;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.SQLDataType;

/// How a database compares texts as every store does: LIKE knows great from small letters, ILIKE takes `A` to `Z` for `a`
/// to `z` and no other letters, and texts are ordered by their characters' numbers.
enum TextDialect {
    /// GLOB, whose patterns are LIKE's with other signs; texts are ordered by their bytes anyway.
    SQLITE {
        @Override
        Condition like(Field<String> text, String pattern) {
            return condition("{0} GLOB {1}", text, val(glob(pattern)));
        }

        @Override
        Condition ilike(Field<String> text, String pattern) {
            return condition("lower({0}) GLOB lower({1})", text, val(glob(pattern)));
        }

        @Override
        Field<String> ordered(Field<String> text) {
            return text;
        }
    },
    /// LIKE without a sign that escapes; the collation C for small letters and for the order.
    POSTGRES {
        @Override
        Condition like(Field<String> text, String pattern) {
            return condition("{0} LIKE {1} ESCAPE ''", text, val(pattern));
        }

        @Override
        Condition ilike(Field<String> text, String pattern) {
            return condition("lower({0} COLLATE \"C\") LIKE lower({1} COLLATE \"C\") ESCAPE ''", text, val(pattern));
        }

        @Override
        Field<String> ordered(Field<String> text) {
            return field("{0} COLLATE \"C\"", SQLDataType.CLOB, text);
        }
    };

    static TextDialect of(DSLContext sql) {
        return sql.dialect().family() == SQLDialect.SQLITE ? SQLITE : POSTGRES;
    }

    abstract Condition like(Field<String> text, String pattern);

    abstract Condition ilike(Field<String> text, String pattern);

    abstract Field<String> ordered(Field<String> text);

    private static String glob(String pattern) {
        StringBuilder glob = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '%' -> glob.append('*');
                case '_' -> glob.append('?');
                case '*', '?', '[' -> glob.append('[').append(c).append(']');
                default -> glob.append(c);
            }
        }
        return glob.toString();
    }
}
