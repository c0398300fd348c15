package io.indago.spi;

import java.util.Arrays;
import java.util.Locale;

/**
 * What kind of thing an {@link Indicator} is.
 *
 * <p>A later minor version of this API may add constants. The host never hands a plugin a type newer than the API
 * version the plugin was built against, so a {@code switch} over the constants of your version is complete.
 *
 * @since 1.0
 */
public enum IndicatorType {
    /** An IPv4 address, four decimal octets without leading zeros: {@code 203.0.114.9}. */
    IPV4,
    /** An IPv6 address in the canonical form of RFC 5952: {@code 2001:db8::1}. */
    IPV6,
    /**
     * A registered domain, one label below a public suffix, as lower-case A-labels: {@code example.com},
     * {@code xn--bcher-kva.example}.
     */
    DOMAIN,
    /** A host name that is not itself a registered domain: {@code mail.example.com}. Same form as {@link #DOMAIN}. */
    FQDN,
    /** An absolute URL, normalised; credentials and secret-looking parameters are already stripped. */
    URL,
    /** 32 lower-case hexadecimal digits. */
    MD5,
    /** 40 lower-case hexadecimal digits. */
    SHA1,
    /** 64 lower-case hexadecimal digits. */
    SHA256,
    /** 128 lower-case hexadecimal digits. */
    SHA512,
    /**
     * A network in CIDR notation, address and prefix length, without host bits: {@code 203.0.114.0/24}.
     *
     * @since 1.1
     */
    CIDR("1.1"),
    /**
     * An e-mail address; the domain as {@link #DOMAIN}, the local part as it was given. Personal data.
     *
     * @since 1.1
     */
    EMAIL("1.1"),
    /**
     * A vulnerability's name, {@code CVE-2021-44228}, upper case.
     *
     * @since 1.1
     */
    CVE("1.1"),
    /**
     * An autonomous system's number with its prefix, {@code AS64496}.
     *
     * @since 1.1
     */
    ASN("1.1");

    private final String since;

    IndicatorType() {
        this("1.0");
    }

    IndicatorType(String since) {
        this.since = since;
    }

    /**
     * The version of this API that brought the type, {@code 1.1}.
     *
     * @since 1.1
     */
    public String since() {
        return since;
    }

    /** The type's name in the API, in events and in settings: {@code ipv4}, {@code sha256}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The type of that {@link #id()}, in any case.
     *
     * @throws IllegalArgumentException when there is none; the message lists the known ones
     */
    public static IndicatorType ofId(String id) {
        for (IndicatorType type : values()) {
            if (type.id().equalsIgnoreCase(id)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown indicator type '" + id + "', expected one of "
                + Arrays.stream(values()).map(IndicatorType::id).toList());
    }
}
