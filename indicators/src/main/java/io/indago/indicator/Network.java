package io.indago.indicator;

import io.indago.spi.IndicatorType;

/** A block of addresses: those that begin with the same bits. */
final class Network {
    private final byte[] prefix;
    private final int bits;

    private Network(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    /** The block of so many leading bits the address is in. */
    static Network of(IpAddress address, int bits) {
        byte[] prefix = address.bytes();
        for (int index = 0; index < prefix.length; index++) {
            prefix[index] &= (byte) mask(bits - 8 * index);
        }
        return new Network(prefix, bits);
    }

    /** The address and nothing else. */
    static Network only(IpAddress address) {
        return of(address, address.length());
    }

    /** What a byte keeps when so many bits are kept from its first on. */
    private static int mask(int bits) {
        return 0xff00 >> Math.max(0, Math.min(8, bits)) & 0xff;
    }

    boolean contains(Network other) {
        if (other.prefix.length != prefix.length || other.bits < bits) {
            return false;
        }
        for (int index = 0; 8 * index < bits; index++) {
            if (((other.prefix[index] ^ prefix[index]) & mask(bits - 8 * index)) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether they have an address in common: then one contains the other. */
    boolean overlaps(Network other) {
        return contains(other) || other.contains(this);
    }

    int bits() {
        return bits;
    }

    boolean isSingle() {
        return bits == 8 * prefix.length;
    }

    /** Of its addresses. */
    IndicatorType addressType() {
        return first().type();
    }

    IpAddress first() {
        return new IpAddress(prefix);
    }

    /** In CIDR notation. */
    String text() {
        return first().text() + "/" + bits;
    }
}
