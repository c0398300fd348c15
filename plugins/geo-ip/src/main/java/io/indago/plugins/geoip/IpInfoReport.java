package io.indago.plugins.geoip;

import static io.indago.plugins.geoip.Whereabouts.flags;
import static io.indago.plugins.geoip.Whereabouts.text;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads an address of any plan. Legacy has {@code country} as a code, {@code loc} as {@code "lat,lon"} and {@code org}
 * as {@code "AS64500 Owner"} or, paid, an object {@code asn}; Lite has {@code country_code} and a flat {@code asn}; Core
 * has the objects {@code geo}, {@code as} and {@code anonymous}.
 */
final class IpInfoReport {
    private static final Map<Long, ErrorKind> ERRORS =
            Map.of(401L, ErrorKind.UNAUTHORIZED, 403L, ErrorKind.UNAUTHORIZED, 429L, ErrorKind.QUOTA);

    private final JsonView address;

    private IpInfoReport(JsonView address) {
        this.address = address;
    }

    /**
     * The report in that body.
     *
     * @throws ProviderException when it is an error, or about no address
     */
    static Report of(String address, JsonView body) {
        if (body.at("/error").exists()) {
            throw ProviderException.of(
                    ERRORS.getOrDefault(body.integerAt("/status", 0), ErrorKind.BAD_REPLY),
                    "ipinfo's reply is an error, of the status " + body.integerAt("/status", 0));
        }
        if (body.at("/bogon").flag().orElse(false)) {
            return Report.noData("ipinfo knows it as a bogon: nobody on the internet has it");
        }
        if (text(body, "/ip").isEmpty()) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "ipinfo's reply has no address at /ip");
        }
        return new IpInfoReport(body).read(address);
    }

    private Report read(String asked) {
        Optional<String> owner = first("/asn/name", "/as/name", "/as_name")
                .or(() -> text(address, "/org").map(org -> org.replaceFirst("^AS\\d+\\s*", "")))
                .filter(name -> !name.isEmpty());
        JsonView geo = address.at("/geo").exists() ? address.at("/geo") : address;
        Whereabouts place = Whereabouts.of(geo, "/city", "/region", "/country");
        Report.Builder report = text(geo, "/loc")
                .map(loc -> place.at(Optional.of(loc)))
                .orElseGet(() -> place.at(geo, "/latitude", "/longitude"))
                .report(owner)
                .tags(tags())
                .reference(URI.create("https://ipinfo.io/" + asked));
        Stream.of("/country_code", "/country")
                .flatMap(at -> text(geo, at).stream())
                .filter(code -> code.length() == 2)
                .findFirst()
                .ifPresent(report::country);
        first("/asn/asn", "/as/asn", "/asn", "/org").ifPresent(report::asn);
        owner.ifPresent(report::asOwner);
        first("/asn/route", "/as/route").ifPresent(report::network);
        first("/hostname")
                .map(name -> Related.of(IndicatorType.FQDN, name, "name"))
                .ifPresent(report::related);
        listed("company", "its company is ", "/company/name").ifPresent(report::evidence);
        listed("network-type", "its network is for ", "/asn/type", "/as/type").ifPresent(report::evidence);
        listed("service", "it anonymises as ", "/privacy/service", "/anonymous/name")
                .ifPresent(report::evidence);
        listed("carrier", "its mobile carrier is ", "/carrier/name", "/mobile/name")
                .ifPresent(report::evidence);
        listed("abuse", "abuse of it is reported to ", "/abuse/email").ifPresent(report::evidence);
        return report.build();
    }

    /** What it is used for: {@code {"privacy": {"vpn": true}}}, {@code "is_hosting": true}. */
    private List<String> tags() {
        return Stream.of(
                        flags(address.at("/privacy"), Stream.of("vpn", "proxy", "tor", "relay", "hosting")).stream(),
                        flags(address.at("/anonymous"), Stream.of("is_vpn", "is_proxy", "is_tor", "is_relay")).stream(),
                        flags(address, Stream.of("anycast", "is_anycast", "is_hosting", "is_mobile", "is_satellite"))
                                .stream())
                .flatMap(found -> found)
                .map(flag -> flag.replace("is_", ""))
                .distinct()
                .toList();
    }

    private Optional<Evidence> listed(String code, String introduction, String... pointers) {
        return first(pointers).flatMap(text -> Evidence.listing(code, introduction, List.of(text)));
    }

    private Optional<String> first(String... pointers) {
        return Stream.of(pointers)
                .flatMap(pointer -> text(address, pointer).stream())
                .findFirst();
    }
}
