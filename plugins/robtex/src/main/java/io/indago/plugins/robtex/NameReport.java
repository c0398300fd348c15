package io.indago.plugins.robtex;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads passive DNS, a record a line: {@code {"rrname": "example.com", "rrtype": "A", "rrdata": "203.0.114.9",
 * "time_first": 1441242410, "time_last": 1460542918, "count": 18}}. The same record may come twice.
 */
final class NameReport {
    private static final int MAX_RELATED = 50;
    private static final Map<String, String> RELATIONS =
            Map.of("A", "resolves-to", "AAAA", "resolves-to", "CNAME", "alias-of", "MX", "mail-server");

    private NameReport() {}

    /**
     * The report in those lines.
     *
     * @throws ProviderException when one is no record
     */
    static Report of(String name, List<JsonView> lines) {
        lines.forEach(NameReport::requireRecord);
        if (lines.isEmpty()) {
            return Report.noData("Robtex has seen no record of it");
        }
        Map<String, List<String>> byType = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.textAt("/rrtype", ""),
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(NameReport::data, Collectors.toList()),
                                all -> all.stream().distinct().toList())));
        Report.Builder report = Report.hit(byType.entrySet().stream()
                        .map(type -> type.getValue().size() + " " + type.getKey())
                        .collect(Collectors.joining(", ", "Seen with ", "")))
                .reference(URI.create("https://www.robtex.com/dns-lookup/" + name));
        byType.forEach((type, data) -> Evidence.listing(
                        "passive-" + type.toLowerCase(Locale.ROOT), "seen with " + type + " ", data)
                .ifPresent(report::evidence));
        lines.stream()
                .flatMap(line -> related(line).stream())
                .collect(Collectors.toMap(Related::value, Function.identity(), (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .limit(MAX_RELATED)
                .forEach(report::related);
        lines.stream()
                .flatMap(line -> Stream.of("/time_first", "/time_last").flatMap(at -> Sighting.at(line, at).stream()))
                .forEach(time -> Sighting.tell(report, time));
        return report.build();
    }

    private static void requireRecord(JsonView line) {
        RobtexStatus.requireAllowed(line);
        if (line.at("/rrname").text().isEmpty() || data(line).isEmpty()) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "a line of Robtex's reply has no rrname and rrdata");
        }
    }

    private static String data(JsonView line) {
        return line.textAt("/rrdata", "");
    }

    private static Optional<Related> related(JsonView line) {
        String data = data(line).replaceFirst("^\\d+\\s+", "").replaceFirst("\\.$", "");
        String type = line.textAt("/rrtype", "");
        return Optional.ofNullable(RELATIONS.get(type)).map(relation -> Related.of(typeOf(type), data, relation));
    }

    private static IndicatorType typeOf(String type) {
        return switch (type) {
            case "A" -> IndicatorType.IPV4;
            case "AAAA" -> IndicatorType.IPV6;
            default -> IndicatorType.FQDN;
        };
    }
}
