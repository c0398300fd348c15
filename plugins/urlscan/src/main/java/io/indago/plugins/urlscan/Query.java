package io.indago.plugins.urlscan;

import io.indago.spi.Indicator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to search for. Values are quoted: a colon, a slash or a space of theirs would else be part of the query. A name is
 * looked for where it was asked about or arrived at; every page that merely loads something from it would be too many.
 */
final class Query {
    private Query() {}

    static String of(Indicator indicator) {
        String value = indicator.value();
        return switch (indicator.type()) {
            case URL -> any(value, "task.url", "page.url");
            case DOMAIN, FQDN -> any(value, "task.domain", "page.domain");
            case IPV4, IPV6 -> any(value, "page.ip");
            case SHA256 -> any(value, "hash");
            case ASN -> any(value, "page.asn");
            default ->
                throw new IllegalArgumentException(
                        "urlscan.io has no field for a " + indicator.type().id());
        };
    }

    private static String any(String value, String... fields) {
        String quoted = "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return Stream.of(fields).map(field -> field + ":" + quoted).collect(Collectors.joining(" OR "));
    }
}
