package io.indago.plugins.geoip;

import static io.indago.plugins.geoip.Whereabouts.text;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code {"status": "success", "countryCode": …}}, or why not: all come with 200. */
final class IpApiReport {
    private static final Set<String> MISSES = Set.of("private range", "reserved range", "invalid query");

    private IpApiReport() {}

    /**
     * The report in that body.
     *
     * @throws ProviderException when it is an error, or neither success nor failure
     */
    static Report of(String address, JsonView body) {
        if (isFailure(body) && MISSES.contains(message(body))) {
            return Report.noData("ip-api knows no place of it: " + message(body));
        }
        requireSuccess(body);
        Optional<String> owner = text(body, "/as")
                .map(as -> as.replaceFirst("^AS\\d+\\s*", ""))
                .filter(name -> !name.isEmpty())
                .or(() -> text(body, "/asname"));
        Report.Builder report = Whereabouts.of(body, "/city", "/regionName", "/country")
                .at(body, "/lat", "/lon")
                .report(owner)
                .tags(Whereabouts.flags(body, Stream.of("proxy", "hosting", "mobile")))
                .reference(URI.create("https://ip-api.com/#" + address));
        text(body, "/countryCode").ifPresent(report::country);
        text(body, "/as").ifPresent(report::asn);
        owner.ifPresent(report::asOwner);
        text(body, "/reverse")
                .map(name -> Related.of(IndicatorType.FQDN, name, "name"))
                .ifPresent(report::related);
        Evidence.listing(
                        "provider",
                        "its provider is ",
                        Stream.of("/isp", "/org")
                                .flatMap(at -> text(body, at).stream())
                                .toList())
                .ifPresent(report::evidence);
        return report.build();
    }

    /** @throws ProviderException when it is none */
    static void requireSuccess(JsonView body) {
        if (isFailure(body) && message(body).contains("key")) {
            throw ProviderException.of(ErrorKind.UNAUTHORIZED, "ip-api refused the key: it is invalid or has expired");
        }
        if (isFailure(body) && message(body).contains("limit")) {
            throw ProviderException.of(ErrorKind.QUOTA, "ip-api says that a limit is spent");
        }
        if (!body.textAt("/status", "").equals("success")) {
            throw ProviderException.of(
                    ErrorKind.BAD_REPLY, "ip-api's reply is neither a success nor a failure it documents");
        }
    }

    private static boolean isFailure(JsonView body) {
        return body.textAt("/status", "").equals("fail");
    }

    private static String message(JsonView body) {
        return body.textAt("/message", "").toLowerCase(Locale.ROOT);
    }
}
