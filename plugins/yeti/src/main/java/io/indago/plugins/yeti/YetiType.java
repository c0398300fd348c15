package io.indago.plugins.yeti;

import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;

/** What an indicator's type is called in YETI, and how its value is kept there. */
final class YetiType {
    /** All but vulnerabilities, which are no observables. */
    static final IndicatorType[] TAKEN = {
        IndicatorType.IPV4,
        IndicatorType.IPV6,
        IndicatorType.CIDR,
        IndicatorType.DOMAIN,
        IndicatorType.FQDN,
        IndicatorType.URL,
        IndicatorType.EMAIL,
        IndicatorType.MD5,
        IndicatorType.SHA1,
        IndicatorType.SHA256,
        IndicatorType.SHA512,
        IndicatorType.ASN
    };

    private YetiType() {}

    static String of(IndicatorType type) {
        return switch (type) {
            case DOMAIN, FQDN -> "hostname";
            case IPV4, IPV6, CIDR, URL, EMAIL, MD5, SHA1, SHA256, ASN -> type.id();
            // It knows no longer hashes
            case SHA512 -> "generic";
            case CVE -> throw new IllegalArgumentException("YETI has no observable for a cve");
        };
    }

    /** YETI takes a comma for a dot that somebody wrote so that it can't be clicked. */
    static String kept(String value) {
        return value.replace(',', '.');
    }

    /** What to search for: YETI finds all that contains it, and an AS number may be kept without its letters. */
    static String searched(Indicator indicator) {
        return indicator.type() == IndicatorType.ASN ? indicator.value().substring(2) : kept(indicator.value());
    }

    /** Whether what was found is the one that was asked about. */
    static boolean is(Indicator indicator, String found) {
        String value = kept(found);
        return switch (indicator.type()) {
            case URL -> value.equals(kept(indicator.value()));
            case ASN -> value.equalsIgnoreCase(indicator.value()) || value.equals(searched(indicator));
            default -> value.equalsIgnoreCase(kept(indicator.value()));
        };
    }
}
