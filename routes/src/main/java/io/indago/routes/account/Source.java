package io.indago.routes.account;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Whom an address stands for: itself, or its network in IPv6, of which whoever has one address has all.
 *
 * @param text {@code 192.0.2.7}, {@code 2001:db8:0:1::/64}
 */
record Source(String text) {
    /** The half of an IPv6 address that a provider gives to one customer. */
    private static final int NETWORK_BYTES = 8;

    private static final int BYTES = 16;

    static Source of(String address) {
        if (!InetAddresses.isInetAddress(address)) {
            return new Source(address);
        }
        InetAddress read = InetAddresses.forString(address);
        return new Source(read instanceof Inet6Address ? network(read) + "/64" : read.getHostAddress());
    }

    private static String network(InetAddress address) {
        byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), BYTES);
        try {
            return InetAddresses.toAddrString(InetAddress.getByAddress(network));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
