package io.indago.hub.config;

import com.google.common.net.InetAddresses;
import java.util.Objects;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** An address, or a range of addresses in CIDR notation, at which there are proxies. */
public final class ProxyRange {
    private final String text;
    private final IpAddressMatcher matcher;

    private ProxyRange(String text) {
        this.text = text;
        this.matcher = new IpAddressMatcher(text);
    }

    /** @throws IllegalArgumentException when the text is none; the message says why */
    public static ProxyRange of(String text) {
        String stripped = text.strip();
        if (!InetAddresses.isInetAddress(stripped.replaceFirst("/.*", ""))) {
            throw new IllegalArgumentException("expected an address or a range of them: 10.0.0.7 or fd00:1::/64");
        }
        return new ProxyRange(stripped);
    }

    /** @throws IllegalArgumentException when that is no address */
    public boolean contains(String address) {
        return matcher.matches(address);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProxyRange that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
