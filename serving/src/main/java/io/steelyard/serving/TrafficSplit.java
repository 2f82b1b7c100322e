package io.steelyard.serving;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Splits an experiment's users between control and treatment: the same user always falls on the same side, in every process
/// and in Python too, and raising the share moves nobody out of the treatment.
///
/// A user's bucket is the first 32 bits of the MD5 of `experiment:user` in UTF-8, divided by 2^32−1. A user whose bucket is
/// below the share is treated.
///
/// @param experiment the experiment's name, which mixes users anew for each experiment
/// @param treatmentShare the share of users that are treated, from 0 to 1. At 1 all are but those whose bucket is 1 exactly,
///     one in 2^32
public record TrafficSplit(String experiment, double treatmentShare) {
    private static final int HEX_DIGITS = 8;
    private static final double GREATEST = 0xFFFFFFFFL;

    public TrafficSplit {
        if (!(treatmentShare >= 0 && treatmentShare <= 1)) {
            throw new IllegalArgumentException("the treatment share of experiment '" + experiment
                    + "' must be from 0 to 1, not " + treatmentShare);
        }
    }

    /// Where a user falls.
    ///
    /// @param userId the user, possibly empty; of a character that is half a surrogate pair, `?` is taken
    /// @return from 0 to 1, both possible
    public double bucket(String userId) {
        byte[] digest = md5().digest((experiment + ":" + userId).getBytes(StandardCharsets.UTF_8));
        return HexFormat.fromHexDigitsToLong(HexFormat.of().formatHex(digest), 0, HEX_DIGITS) / GREATEST;
    }

    /// Which side a user is on.
    ///
    /// @param userId the user
    /// @return the side
    public Variant variant(String userId) {
        return bucket(userId) < treatmentShare ? Variant.TREATMENT : Variant.CONTROL;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
