package io.indago.plugins.triage;

import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Somewhere on the net, as configurations name it: a URL, or a host or an address with or without a port. */
record Place(IndicatorType type, String value) {
    private static final Pattern PORT = Pattern.compile("^([^:]+):\\d{1,5}$");
    private static final Pattern IPV4 = Pattern.compile("[0-9.]+");

    /** By its looks; a report leaves it out where they deceive. */
    static Place of(String written) {
        if (written.contains("://")) {
            return new Place(IndicatorType.URL, written);
        }
        String host = PORT.matcher(written).replaceFirst("$1");
        if (host.contains(":")) {
            return new Place(IndicatorType.IPV6, host);
        }
        return new Place(IPV4.matcher(host).matches() ? IndicatorType.IPV4 : IndicatorType.FQDN, host);
    }

    /** Whether it is that, or at that host. */
    boolean is(Indicator indicator) {
        return indicator.type() == IndicatorType.URL
                ? bare(value).equals(bare(indicator.value()))
                : host().filter(indicator.value()::equalsIgnoreCase).isPresent();
    }

    private static String bare(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private Optional<String> host() {
        if (type != IndicatorType.URL) {
            return Optional.of(value);
        }
        try {
            return Optional.ofNullable(URI.create(value).getHost());
        } catch (IllegalArgumentException notAUri) {
            return Optional.empty();
        }
    }

    Related related(String relation) {
        return Related.of(type, value, relation);
    }
}
