package io.steelyard.registry;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Which addresses belong to the public internet: all but those of IANA's two registries of special-purpose addresses
/// (RFC 6890) and multicast ones. An IPv6 address that carries an IPv4 address (6to4, NAT64) is as public as that one.
final class PublicAddress {
    private static final List<Block> SPECIAL = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 3),
            Block.of("::", 127),
            Block.of("64:ff9b:1::", 48),
            Block.of("100::", 64),
            Block.of("2001::", 23),
            Block.of("2001:db8::", 32),
            Block.of("3fff::", 20),
            Block.of("5f00::", 16),
            Block.of("fc00::", 7),
            Block.of("fe80::", 10),
            Block.of("fec0::", 10),
            Block.of("ff00::", 8));
    private static final Block SIX_TO_FOUR = Block.of("2002::", 16);
    private static final Block NAT64 = Block.of("64:ff9b::", 96);
    private static final Block COMPATIBLE = Block.of("::", 96);

    private PublicAddress() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (SIX_TO_FOUR.holds(bytes)) {
            return isPublicBytes(Arrays.copyOfRange(bytes, 2, 6));
        }
        if (NAT64.holds(bytes) || COMPATIBLE.holds(bytes)) {
            return isPublicBytes(Arrays.copyOfRange(bytes, 12, 16));
        }
        return isPublicBytes(bytes);
    }

    private static boolean isPublicBytes(byte[] bytes) {
        return SPECIAL.stream().noneMatch(block -> block.holds(bytes));
    }

    /// All addresses that begin with the same bits.
    private record Block(BigInteger first, int bits, int length) {
        static Block of(String first, int bits) {
            byte[] bytes = InetAddress.ofLiteral(first).getAddress();
            return new Block(new BigInteger(1, bytes), bits, bytes.length);
        }

        boolean holds(byte[] address) {
            int rest = length * Byte.SIZE - bits;
            return address.length == length
                    && new BigInteger(1, address).shiftRight(rest).equals(first.shiftRight(rest));
        }
    }
}
