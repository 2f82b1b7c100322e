package io.steelyard.data;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a scan saw in one column of CSV files: how many values of each kind, and the first of each with its place.
final class CsvColumn {
    private static final int SHOWN = 60;
    private static final CellKind[] KINDS = CellKind.values();

    private final Map<CellKind, Tally> tallies = new EnumMap<>(CellKind.class);

    /// The values of one kind.
    private static final class Tally {
        private final Seen first;
        private long count;

        Tally(Seen first) {
            this.first = first;
        }
    }

    /// A value and its place.
    ///
    /// @param file the file
    /// @param line the line in which its row begins, from 1
    /// @param text the value, cut where it is long
    record Seen(String file, long line, String text) {}

    void add(CellKind kind, String file, long line, byte[] bytes, int from, int to) {
        Tally tally = tallies.get(kind);
        if (tally == null) {
            tally = new Tally(new Seen(file, line, shown(bytes, from, to)));
            tallies.put(kind, tally);
        }
        tally.count++;
    }

    /// Adds what was seen after this.
    void append(CsvColumn later) {
        later.tallies.forEach(
                (kind, tally) -> tallies.computeIfAbsent(kind, k -> new Tally(tally.first)).count += tally.count);
    }

    /// The type that all values have.
    ///
    /// @param name the column's name, for the message
    /// @throws DataException of kind [DataException.Kind#MALFORMED] where most values are of one type and some are not
    ColumnType inferred(String name) {
        long present = tallies.values().stream().mapToLong(tally -> tally.count).sum();
        if (2 * count(CellKind.TEXT) >= present) {
            return ColumnType.STRING;
        }
        Set<CellKind> numbers = EnumSet.noneOf(CellKind.class);
        for (CellKind kind : KINDS) {
            if (kind.isNumber()) {
                numbers.add(kind);
            }
        }
        long numeric = numbers.stream().mapToLong(this::count).sum();
        if (numeric == present) {
            return numberType(name);
        }
        if (count(CellKind.BOOLEAN) == present) {
            return ColumnType.BOOLEAN;
        }
        if (count(CellKind.INSTANT) == present) {
            return ColumnType.TIMESTAMP;
        }
        long most = Math.max(numeric, Math.max(count(CellKind.BOOLEAN), count(CellKind.INSTANT)));
        if (most == numeric) {
            throw mixed(name, "numbers", numbers, numeric, present);
        }
        CellKind kind = most == count(CellKind.BOOLEAN) ? CellKind.BOOLEAN : CellKind.INSTANT;
        throw mixed(name, kind == CellKind.BOOLEAN ? "truth values" : "instants", EnumSet.of(kind), most, present);
    }

    /// Checks the values against the declared type.
    ///
    /// @throws DataException of kind [DataException.Kind#MALFORMED], with the first value that does not fit
    void requireFits(String name, ColumnType declared, CsvFormat format) {
        Set<CellKind> fitting = switch (declared) {
            case LONG -> EnumSet.of(CellKind.INTEGER, CellKind.CODE);
            case DOUBLE -> EnumSet.of(CellKind.INTEGER, CellKind.CODE, CellKind.WIDE_INTEGER, CellKind.FRACTION);
            case TIMESTAMP ->
                format.timestampFormat() == null ? EnumSet.of(CellKind.INSTANT) : EnumSet.allOf(CellKind.class);
            // DuckDB knows more words for truth values, and says which it does not know.
            case BOOLEAN, STRING -> EnumSet.allOf(CellKind.class);
        };
        Seen misfit = firstOther(fitting);
        if (misfit != null) {
            throw new DataException(
                    DataException.Kind.MALFORMED,
                    place(misfit) + ": column '" + name + "' is declared " + declared.spelling() + ", but here stands '"
                            + misfit.text() + "'\nWhere '" + misfit.text()
                            + "' means a missing value, name it among the nulls; else correct it, or declare another"
                            + " type");
        }
    }

    /// The first value that is no number.
    @Nullable
    Seen firstNotNumber() {
        EnumSet<CellKind> numbers = EnumSet.allOf(CellKind.class);
        numbers.removeIf(kind -> !kind.isNumber());
        return firstOther(numbers);
    }

    static String place(Seen seen) {
        return seen.file() + ", line " + seen.line();
    }

    private ColumnType numberType(String name) {
        Seen wide = first(CellKind.WIDE_INTEGER);
        if (count(CellKind.FRACTION) > 0) {
            return ColumnType.DOUBLE;
        }
        if (wide != null) {
            throw new DataException(
                    DataException.Kind.MALFORMED,
                    place(wide) + ": column '" + name + "' holds integers, but " + wide.text()
                            + " is beyond 64 bits\nDeclare the column double, which rounds it, or string");
        }
        return count(CellKind.CODE) > 0 ? ColumnType.STRING : ColumnType.LONG;
    }

    private DataException mixed(String name, String what, Set<CellKind> usual, long many, long present) {
        Seen other = firstOther(usual);
        if (other == null) {
            throw new IllegalStateException("column '" + name + "' is not mixed");
        }
        return new DataException(
                DataException.Kind.MALFORMED,
                place(other) + ": column '" + name + "' holds " + what + " (" + many + " of " + present
                        + " values), but here stands '" + other.text() + "'\nWhere '" + other.text()
                        + "' means a missing value, name it among the nulls; where the column is text, declare it"
                        + " string; else correct the value");
    }

    private @Nullable Seen firstOther(Set<CellKind> usual) {
        Seen earliest = null;
        for (CellKind kind : KINDS) {
            Seen seen = first(kind);
            if (!usual.contains(kind)
                    && seen != null
                    && (earliest == null || (seen.file().equals(earliest.file()) && seen.line() < earliest.line()))) {
                earliest = seen;
            }
        }
        return earliest;
    }

    private long count(CellKind kind) {
        Tally tally = tallies.get(kind);
        return tally == null ? 0 : tally.count;
    }

    private @Nullable Seen first(CellKind kind) {
        Tally tally = tallies.get(kind);
        return tally == null ? null : tally.first;
    }

    static String shown(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8)
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
