package io.indago.indicator;

import com.google.common.net.InetAddresses;
import io.indago.spi.IndicatorType;
import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Four or sixteen bytes. Unlike {@code InetAddress} an IPv4-mapped IPv6 address stays what it is. */
final class IpAddress {
    private static final int LONGEST_IPV6 = 45;

    private final byte[] bytes;

    IpAddress(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static IpAddress ofIpv4(long number) {
        return new IpAddress(
                new byte[] {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number});
    }

    /** Four decimal octets without leading zeros, which some systems read as octal (RFC 6943, 3.1.1). */
    static Optional<IpAddress> parseIpv4(String text) {
        List<String> octets = Chars.split(text, '.');
        if (octets.size() != 4) {
            return Optional.empty();
        }
        long number = 0;
        for (String octet : octets) {
            boolean written = octet.length() <= 3 && Chars.all(octet, Chars::isDigit);
            if (!written || octet.length() > 1 && octet.charAt(0) == '0' || Integer.parseInt(octet) > 255) {
                return Optional.empty();
            }
            number = number << 8 | Integer.parseInt(octet);
        }
        return Optional.of(ofIpv4(number));
    }

    /** Every spelling of RFC 4291, 2.2, without brackets and zone. */
    static Optional<IpAddress> parseIpv6(String text) {
        // Guava takes the digits of every script
        boolean plausible = text.length() <= LONGEST_IPV6
                && text.indexOf(':') >= 0
                && Chars.all(text, c -> Chars.isHex(c) || c == ':' || c == '.');
        if (!plausible || !InetAddresses.isInetAddress(text)) {
            return Optional.empty();
        }
        byte[] parsed = InetAddresses.forString(text).getAddress();
        return Optional.of(new IpAddress(parsed.length == 4 ? mapped(parsed) : parsed));
    }

    private static byte[] mapped(byte[] ipv4) {
        byte[] ipv6 = new byte[16];
        ipv6[10] = (byte) 0xff;
        ipv6[11] = (byte) 0xff;
        System.arraycopy(ipv4, 0, ipv6, 12, 4);
        return ipv6;
    }

    IndicatorType type() {
        return bytes.length == 4 ? IndicatorType.IPV4 : IndicatorType.IPV6;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** In bits. */
    int length() {
        return 8 * bytes.length;
    }

    /** The four bytes from here on. */
    IpAddress ipv4At(int offset) {
        return new IpAddress(Arrays.copyOfRange(bytes, offset, offset + 4));
    }

    /** Dotted quad; RFC 5952, with the mixed notation of its section 5 for IPv4-mapped addresses only. */
    String text() {
        if (bytes.length == 4) {
            return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff);
        }
        boolean mapped = Arrays.equals(bytes, mapped(ipv4At(12).bytes));
        return mapped ? "::ffff:" + ipv4At(12).text() : hexText();
    }

    /** As the host of a URL: WHATWG URL never uses the mixed notation. */
    String urlText() {
        return bytes.length == 4 ? text() : "[" + hexText() + "]";
    }

    private String hexText() {
        try {
            return InetAddresses.toAddrString(Inet6Address.getByAddress(null, bytes, -1));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }

    /** The IPv4 address inside an IPv6 one. */
    Optional<EmbeddedIpv4> embedded() {
        return EmbeddedIpv4.of(Network.only(this)).stream().findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
