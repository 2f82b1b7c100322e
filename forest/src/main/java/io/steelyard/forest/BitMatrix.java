package io.steelyard.forest;

/// Turns eight words, each with a bit for 64 rows, into a byte of eight bits for each row.
final class BitMatrix {
    private BitMatrix() {}

    /// Bit r of word b becomes bit b of byte r: of byte `r % 8`, the lowest first, of word `r / 8`.
    static void transpose(long[] words) {
        long a = words[0];
        long b = words[1];
        long c = words[2];
        long d = words[3];
        long e = words[4];
        long f = words[5];
        long g = words[6];
        long h = words[7];
        // The bytes first: an 8 by 8 matrix of bytes is turned in three steps, each exchanging blocks.
        long t = ((a >>> 32) ^ e) & 0xffffffffL;
        e ^= t;
        a ^= t << 32;
        t = ((b >>> 32) ^ f) & 0xffffffffL;
        f ^= t;
        b ^= t << 32;
        t = ((c >>> 32) ^ g) & 0xffffffffL;
        g ^= t;
        c ^= t << 32;
        t = ((d >>> 32) ^ h) & 0xffffffffL;
        h ^= t;
        d ^= t << 32;

        t = ((a >>> 16) ^ c) & 0x0000ffff0000ffffL;
        c ^= t;
        a ^= t << 16;
        t = ((b >>> 16) ^ d) & 0x0000ffff0000ffffL;
        d ^= t;
        b ^= t << 16;
        t = ((e >>> 16) ^ g) & 0x0000ffff0000ffffL;
        g ^= t;
        e ^= t << 16;
        t = ((f >>> 16) ^ h) & 0x0000ffff0000ffffL;
        h ^= t;
        f ^= t << 16;

        t = ((a >>> 8) ^ b) & 0x00ff00ff00ff00ffL;
        b ^= t;
        a ^= t << 8;
        t = ((c >>> 8) ^ d) & 0x00ff00ff00ff00ffL;
        d ^= t;
        c ^= t << 8;
        t = ((e >>> 8) ^ f) & 0x00ff00ff00ff00ffL;
        f ^= t;
        e ^= t << 8;
        t = ((g >>> 8) ^ h) & 0x00ff00ff00ff00ffL;
        h ^= t;
        g ^= t << 8;

        words[0] = turn(a);
        words[1] = turn(b);
        words[2] = turn(c);
        words[3] = turn(d);
        words[4] = turn(e);
        words[5] = turn(f);
        words[6] = turn(g);
        words[7] = turn(h);
    }

    /// Turns an 8 by 8 matrix of bits, a byte a row.
    private static long turn(long matrix) {
        long x = matrix;
        long t = (x ^ (x >>> 7)) & 0x00aa00aa00aa00aaL;
        x ^= t ^ (t << 7);
        t = (x ^ (x >>> 14)) & 0x0000cccc0000ccccL;
        x ^= t ^ (t << 14);
        t = (x ^ (x >>> 28)) & 0x00000000f0f0f0f0L;
        return x ^ t ^ (t << 28);
    }
}
