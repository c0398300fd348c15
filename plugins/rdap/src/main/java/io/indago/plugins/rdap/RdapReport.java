package io.indago.plugins.rdap;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a domain, a network or an autonomous system of RFC 9083. What is registered is a fact; that it is on hold is more. */
final class RdapReport {
    private static final Set<String> HOLDS = Set.of("server hold", "client hold", "serverhold", "clienthold");

    private final JsonView object;
    private final Events events;
    private final Entities entities;

    private RdapReport(JsonView object) {
        this.object = object;
        events = Events.of(object);
        entities = Entities.of(object);
    }

    /**
     * The report in that body.
     *
     * @param page where it is from
     * @throws ProviderException when it is an error, or nothing that is registered
     */
    static Report of(URI page, JsonView body, Instant now) {
        long error = body.integerAt("/errorCode", 0);
        if (error == 404) {
            return Report.noData("Its registry does not know it");
        }
        if (error != 0) {
            throw ProviderException.of(
                    error == 429 ? ErrorKind.QUOTA : ErrorKind.BAD_REPLY,
                    page.getHost() + " answers with the error " + error);
        }
        boolean registered = Stream.of("/ldhName", "/unicodeName", "/startAddress", "/startAutnum", "/handle")
                .anyMatch(member -> body.at(member).exists());
        if (body.kind() != JsonView.Kind.OBJECT || !registered) {
            throw ProviderException.of(
                    ErrorKind.BAD_REPLY, page.getHost() + "'s reply is no domain, network or autonomous system");
        }
        return new RdapReport(body).read(page, now);
    }

    private Report read(URI page, Instant now) {
        List<String> status = object.at("/status").texts();
        boolean held = status.stream().anyMatch(word -> HOLDS.contains(word.toLowerCase(Locale.ROOT)));
        Report.Builder report = Report.hit(summary() + (held ? ", on hold" : ""))
                .tags(events.isNew(now) ? List.of("newly-registered") : List.of())
                .reference(page);
        if (held) {
            report.opinion(30, 50);
        }
        events.evidence().forEach(report::evidence);
        evidence(status).forEach(report::evidence);
        nameServers().forEach(name -> report.related(Related.of(IndicatorType.FQDN, name, "name-server")));
        text("/country").or(entities::registrantCountry).ifPresent(report::country);
        Block.registered(object).ifPresent(report::network);
        systems(report);
        events.last("last update of RDAP database").ifPresent(report::lastSeen);
        return report.build();
    }

    private String summary() {
        Optional<String> name = text("/name").or(() -> Block.registered(object)).or(() -> text("/handle"));
        String what =
                object.at("/startAddress").exists() || object.at("/startAutnum").exists()
                        ? "Registered as " + name.orElse("a number without a name")
                        : "Registered"
                                + entities.registrar()
                                        .map(registrar -> " with " + registrar)
                                        .orElse("");
        return what
                + events.last("registration")
                        .map(time -> " on " + LocalDate.ofInstant(time, ZoneOffset.UTC))
                        .orElse("");
    }

    private Stream<Evidence> evidence(List<String> status) {
        return Stream.of(
                        listed("registrar", "its registrar is ", entities.registrar()),
                        listed("registrant", "its registrant is ", entities.registrant()),
                        listed("name", "its name is ", text("/name")),
                        listed("handle", "its handle is ", text("/handle")),
                        listed("type", "its type is ", text("/type")),
                        Evidence.listing("status", "its status is ", status),
                        Evidence.listing("name-servers", "its name servers are ", nameServers()),
                        Evidence.listing(
                                "description",
                                "described as ",
                                object.at("/remarks").items().stream()
                                        .flatMap(remark -> remark.at("/description").texts().stream())
                                        .toList()),
                        listed("abuse", "abuse of it is reported to ", entities.abuseAddress()),
                        listed("whois", "the WHOIS server is ", text("/port43")))
                .flatMap(Optional::stream);
    }

    private static Optional<Evidence> listed(String code, String introduction, Optional<String> value) {
        return value.flatMap(text -> Evidence.listing(code, introduction, List.of(text)));
    }

    private List<String> nameServers() {
        return object.at("/nameservers").items().stream()
                .flatMap(server -> server.at("/ldhName").text().stream())
                .map(name -> name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""))
                .distinct()
                .toList();
    }

    /** Its own number and name; of a network, those ARIN says it originates from. */
    private void systems(Report.Builder report) {
        object.at("/startAutnum").integer().stream()
                .filter(number -> number == object.integerAt("/endAutnum", number))
                .forEach(number -> {
                    report.asn(number);
                    text("/name").ifPresent(report::asOwner);
                });
        object.at("/arin_originas0_originautnums").items().stream()
                .flatMap(number -> number.integer().stream().boxed())
                .findFirst()
                .ifPresent(report::asn);
    }

    private Optional<String> text(String pointer) {
        return object.at(pointer).text().map(String::strip).filter(text -> !text.isEmpty());
    }
}
