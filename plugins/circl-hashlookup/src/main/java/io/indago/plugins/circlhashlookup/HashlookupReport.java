package io.indago.plugins.circlhashlookup;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code {"FileName": …, "SHA-1": …, "hashlookup:trust": 55, "parents": […]}}, where any member may be missing. */
final class HashlookupReport {
    private static final Map<String, IndicatorType> HASHES =
            Map.of("/MD5", IndicatorType.MD5, "/SHA-1", IndicatorType.SHA1, "/SHA-256", IndicatorType.SHA256);
    private static final int MAX_PARENTS = 10;

    private final JsonView file;

    private HashlookupReport(JsonView file) {
        this.file = file;
    }

    /**
     * The report in that body.
     *
     * @param page where it is from
     * @throws ProviderException when it is no file
     */
    static Report of(URI page, JsonView body) {
        if (body.textAt("/message", "").startsWith("Non existing")) {
            return Report.noData("hashlookup does not know it");
        }
        boolean known =
                HASHES.keySet().stream().anyMatch(hash -> body.at(hash).text().isPresent())
                        || body.at("/hashlookup:trust").exists()
                        || body.at("/KnownMalicious").exists();
        if (!known) {
            throw ProviderException.of(
                    ErrorKind.BAD_REPLY, "hashlookup's reply has none of MD5, SHA-1, SHA-256 and hashlookup:trust");
        }
        return new HashlookupReport(body).read(page);
    }

    private Report read(URI page) {
        boolean malicious = Trust.isKnownMalicious(file);
        Report.Builder report = Report.hit(
                        malicious
                                ? "It is known to be malicious"
                                : "A known file"
                                        + Shippers.of(file).stream()
                                                .findFirst()
                                                .map(name -> ", part of " + name)
                                                .orElse(""))
                .tags(malicious ? List.of("known-malicious") : List.of())
                .reference(page);
        Trust.of(file).ifPresent(trust -> report.opinion(trust.score(), trust.confidence()));
        evidence().forEach(report::evidence);
        hashes(file, "same-file").forEach(report::related);
        parents()
                .limit(MAX_PARENTS)
                .flatMap(parent -> hashes(parent, "contained-in"))
                .forEach(report::related);
        addedAt().ifPresent(report::firstSeen);
        return report.build();
    }

    private Stream<Evidence> evidence() {
        return Stream.of(
                        Trust.isKnownMalicious(file)
                                ? Evidence.listing(
                                                "known-malicious",
                                                "listed as malicious by ",
                                                Trust.maliciousLists(file))
                                        .or(() -> Optional.of(Evidence.of("known-malicious", "listed as malicious")))
                                : Optional.<Evidence>empty(),
                        file.at("/hashlookup:trust").integer().stream()
                                .mapToObj(trust -> Evidence.of("trust", "hashlookup trusts it " + trust + " of 100")
                                        .value(String.valueOf(trust)))
                                .findFirst(),
                        Evidence.listing(
                                "name",
                                "named ",
                                MemberText.of(file, "/FileName").toList()),
                        Evidence.listing("shipped", "part of ", Shippers.of(file)),
                        Evidence.listing(
                                "parents",
                                "packages it is in: ",
                                MemberText.of(file, "/hashlookup:parent-total").toList()),
                        Evidence.listing(
                                "type",
                                "its type is ",
                                MemberText.of(file, "/mimetype").toList()),
                        Evidence.listing(
                                "size",
                                "its size is ",
                                MemberText.of(file, "/FileSize").toList()),
                        Evidence.listing(
                                "source",
                                "known from ",
                                Stream.of("/source", "/db")
                                        .flatMap(at -> MemberText.of(file, at))
                                        .toList()))
                .flatMap(Optional::stream);
    }

    private Stream<JsonView> parents() {
        return file.at("/parents").items().stream();
    }

    private static Stream<Related> hashes(JsonView of, String relation) {
        return HASHES.entrySet().stream().sorted(Map.Entry.comparingByKey()).flatMap(hash -> MemberText.of(
                        of, hash.getKey())
                .map(text -> Related.of(hash.getValue(), text.toLowerCase(Locale.ROOT), relation)));
    }

    /** Epoch seconds, in a text with a fraction: {@code "1696435847.7"}. */
    private Optional<Instant> addedAt() {
        try {
            return file.at("/insert-timestamp").number().stream()
                    .mapToObj(seconds -> Instant.ofEpochSecond((long) seconds))
                    .filter(Instant.EPOCH::isBefore)
                    .findFirst();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
