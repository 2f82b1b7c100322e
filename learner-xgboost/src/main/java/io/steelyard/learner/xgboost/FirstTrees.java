package io.steelyard.learner.xgboost;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Cuts a UBJ model that XGBoost has just written to its first trees, so that the bytes are those of a training that
/// ended there.
///
/// XGBoost cannot slice a model in Java, writing the model at each improvement costs time that grows with the square of
/// the rounds,
/// and training again doubles it; this takes milliseconds. In the file, the number of trees stands as text, and three
/// arrays
/// that state their length hold what is per tree or per round; all else is copied.
final class FirstTrees {
    private static final String MODEL = "/learner/gradient_booster/model";

    private final ByteBuffer in;
    private final byte[] bytes;
    private final int trees;
    private final int rounds;
    private final ByteArrayOutputStream out;
    /// Up to where the bytes are copied or left out.
    private int done;

    /// @param ubj the model
    /// @param rounds how many rounds to keep, at most those that it has
    /// @param treesPerRound how many trees each round made
    FirstTrees(byte[] ubj, int rounds, int treesPerRound) {
        bytes = ubj;
        in = ByteBuffer.wrap(ubj);
        this.rounds = rounds;
        trees = rounds * treesPerRound;
        out = new ByteArrayOutputStream(ubj.length);
    }

    byte[] cut() {
        value("");
        copyTo(in.position());
        return out.toByteArray();
    }

    private void value(String path) {
        char marker = (char) in.get();
        switch (marker) {
            case '{' -> object(path);
            case '[' -> array(path);
            case 'S' -> text(path);
            default -> skip(size(marker));
        }
    }

    private void object(String path) {
        while (bytes[in.position()] != '}') {
            value(path + "/" + string());
        }
        in.get();
    }

    private void text(String path) {
        int start = in.position();
        string();
        if (path.equals(MODEL + "/gbtree_model_param/num_trees")) {
            copyTo(start);
            byte[] number = Integer.toString(trees).getBytes(StandardCharsets.US_ASCII);
            writeLength(number.length);
            out.writeBytes(number);
            done = in.position();
        }
    }

    private void array(String path) {
        char type = 0;
        if (bytes[in.position()] == '$') {
            in.get();
            type = (char) in.get();
        }
        if (in.get() != '#') {
            throw new IllegalStateException("XGBoost wrote an array at '" + path + "' that does not state its length");
        }
        int start = in.position();
        int length = length();
        int kept = Math.min(length, kept(path));
        if (kept < length) {
            copyTo(start);
            writeLength(kept);
            done = in.position();
        }
        for (int i = 0; i < length; i++) {
            if (i == kept) {
                copyTo(in.position());
            }
            if (type == 0) {
                value(path + "/*");
            } else {
                skip(size(type));
            }
        }
        if (kept < length) {
            done = in.position();
        }
    }

    private int kept(String path) {
        return switch (path) {
            case MODEL + "/iteration_indptr" -> rounds + 1;
            case MODEL + "/tree_info", MODEL + "/trees" -> trees;
            default -> Integer.MAX_VALUE;
        };
    }

    private String string() {
        int length = length();
        String text = new String(bytes, in.position(), length, StandardCharsets.UTF_8);
        skip(length);
        return text;
    }

    private int length() {
        char marker = (char) in.get();
        return switch (size(marker)) {
            case 1 -> in.get();
            case 2 -> in.getShort();
            case 4 -> in.getInt();
            default -> Math.toIntExact(in.getLong());
        };
    }

    private void writeLength(int length) {
        out.write('L');
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
    }

    private void copyTo(int end) {
        out.write(bytes, done, end - done);
        done = end;
    }

    private void skip(int count) {
        in.position(in.position() + count);
    }

    private static int size(char marker) {
        return switch (marker) {
            case 'Z', 'T', 'F' -> 0;
            case 'i', 'U', 'C' -> 1;
            case 'I' -> 2;
            case 'l', 'd' -> 4;
            case 'L', 'D' -> 8;
            default -> throw new IllegalStateException("XGBoost wrote a value of the unknown kind '" + marker + "'");
        };
    }
}
