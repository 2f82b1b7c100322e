package io.steelyard.pipeline;

import io.steelyard.training.TrainingSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 of the numbers that a learner gets: of each set the columns' names, the values row after row, the labels and the
/// weights if there are any,
/// each number as its four bytes, the greatest first.
final class TrainingDigest {
    private static final int NUMBERS_A_PIECE = 1 << 14;

    private TrainingDigest() {}

    static String of(List<TrainingSet> sets) {
        MessageDigest digest = sha256();
        for (TrainingSet set : sets) {
            set.features().forEach(name -> digest.update((name + "\n").getBytes(StandardCharsets.UTF_8)));
            add(digest, set.values());
            add(digest, set.labels());
            if (set.weights() != null) {
                add(digest, set.weights());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, float[] numbers) {
        ByteBuffer piece = ByteBuffer.allocate(NUMBERS_A_PIECE * Float.BYTES);
        for (int from = 0; from < numbers.length; from += NUMBERS_A_PIECE) {
            int count = Math.min(NUMBERS_A_PIECE, numbers.length - from);
            piece.clear();
            piece.asFloatBuffer().put(numbers, from, count);
            piece.limit(count * Float.BYTES);
            digest.update(piece);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
