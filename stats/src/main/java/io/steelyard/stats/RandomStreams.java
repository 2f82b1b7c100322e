package io.steelyard.stats;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// All randomness of a run, from one seed. Whoever needs random numbers asks for a stream by a name of its own
/// (`"split"`, `"tuning/trial-7"`), so that a stream which comes or goes never shifts the numbers of another.
///
/// The derivation is fixed for ever: the seed of a stream is the first 8 bytes, big-endian, of the SHA-256 digest of
/// the run's seed (8 bytes, big-endian) followed by the name in UTF-8; its generator is the JDK's [SplittableRandom]
/// made from that seed. The same seed and name give the same numbers in every process, on every machine and at every
/// call.
///
/// @param seed the seed of the run, any number
public record RandomStreams(long seed) {
    /// The streams of a run.
    ///
    /// @param seed the seed of the run, any number
    /// @return its streams
    public static RandomStreams of(long seed) {
        return new RandomStreams(seed);
    }

    /// A stream from its start. Two calls with one name give two generators with the same numbers.
    ///
    /// @param name the stream's name, told apart by case
    /// @return a new generator; it is for one thread at a time
    public RandomGenerator stream(String name) {
        return new SplittableRandom(seed(name));
    }

    /// The seed of a stream, for a library that wants a seed. A library that takes an `int` is best given [#intSeed].
    ///
    /// @param name the stream's name
    /// @return its seed, any long
    public long seed(String name) {
        MessageDigest sha256 = sha256();
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
        return ByteBuffer.wrap(sha256.digest(name.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /// The seed of a stream, for a library that wants an `int` that is not negative: the upper 31 bits of
    /// [#seed(String)].
    ///
    /// @param name the stream's name
    /// @return its seed, from 0 to 2147483647
    public int intSeed(String name) {
        return (int) (seed(name) >>> 33);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
