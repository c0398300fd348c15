package io.indago.spi;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An enrichment in the words people read on another platform, the same on each: for {@link Connector}s. Nothing in them
 * can be clicked, and the same answer always gives the same ones, so that a later push can tell what is new.
 *
 * @since 1.2
 */
public final class Digest {
    private static final Pattern DATED = Pattern.compile("(?s)(?<verdict>.*), of (?<time>\\d{4}-\\S{6,30}Z)");

    private final Enrichment enrichment;

    private Digest(Enrichment enrichment) {
        this.enrichment = requireNonNull(enrichment, "enrichment");
    }

    public static Digest of(Enrichment enrichment) {
        return new Digest(enrichment);
    }

    /** The indicator, which nobody can click: {@code hxxp://203[.]0[.]114[.]9/a}. */
    public String indicator() {
        return Defanged.of(enrichment.indicator());
    }

    /** Whether there is a verdict that takes the place of another; that nobody knows anything is none. */
    public boolean judges() {
        return enrichment.verdict().compareTo(VerdictClass.BENIGN) <= 0;
    }

    /**
     * The verdict and of when it is: {@code Indago: malicious, score 90, confidence 80, of 2026-01-02T03:04:05Z}. Pushes
     * overtake one another; by the time the later answer is known.
     */
    public String verdict() {
        String score =
                enrichment.score().isPresent() ? opinion(enrichment.score().getAsInt(), enrichment.confidence()) : "";
        return "Indago: " + word(enrichment.verdict()) + score + ", of "
                + enrichment.finishedAt().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What {@link #verdict()} wrote, without its time. */
    public static String undated(String verdict) {
        Matcher matcher = DATED.matcher(verdict);
        return matcher.matches() ? matcher.group("verdict") : verdict;
    }

    /** The time in what {@link #verdict()} wrote; empty when there is none. */
    public static Optional<Instant> time(String verdict) {
        Matcher matcher = DATED.matcher(verdict);
        try {
            return matcher.matches() ? Optional.of(Instant.parse(matcher.group("time"))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What each provider that knows it found, by the provider's id. */
    public Map<String, String> findings() {
        Map<String, String> findings = new LinkedHashMap<>();
        hits().forEach(hit -> findings.put(
                hit.provider(), finding(hit.provider(), hit.report().orElseThrow())));
        return findings;
    }

    private String finding(String provider, Report report) {
        String opinion = report.score().isPresent() ? opinion(report.score().getAsInt(), report.confidence()) : "";
        return provider + ": " + word(report.verdict()) + opinion + ": "
                + Defanged.of(report.summary(), enrichment.indicator());
    }

    private static String opinion(int score, int confidence) {
        return ", score " + score + ", confidence " + confidence;
    }

    private static String word(VerdictClass verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** The providers' pages about it, sorted, each with the id of the provider. */
    public Map<URI, String> references(int most) {
        Map<String, String> pages = new TreeMap<>();
        hits().forEach(hit -> hit.report()
                .orElseThrow()
                .references()
                .forEach(page -> pages.putIfAbsent(page.toString(), hit.provider())));
        return pages.entrySet().stream()
                .limit(most)
                .collect(Collectors.toMap(
                        page -> URI.create(page.getKey()),
                        Map.Entry::getValue,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /**
     * What providers call it, with the kind of name before: {@code malware-family}, {@code actor}, {@code technique} or
     * {@code label}. Each once, the telling ones first.
     */
    public List<Map.Entry<String, String>> labels(int most) {
        return Stream.of(
                        labels("malware-family", Report::malwareFamilies),
                        labels("actor", Report::actors),
                        labels("technique", Report::techniques),
                        labels("label", Report::tags))
                .flatMap(labels -> labels)
                .distinct()
                .limit(most)
                .toList();
    }

    private Stream<Map.Entry<String, String>> labels(String kind, Function<Report, Collection<String>> names) {
        return reports().flatMap(report -> names.apply(report).stream()).map(name -> Map.entry(kind, name));
    }

    /** Other indicators that providers connect with it: {@code domain evil[.]example: serves, says alpha}. */
    public List<String> related(int most) {
        return hits().flatMap(hit -> hit.report().orElseThrow().related().stream()
                        .filter(other ->
                                !other.value().equals(enrichment.indicator().value()))
                        .map(other -> other.type().id() + " "
                                + Defanged.of(Indicator.of(other.type(), other.value())) + ": " + other.relation()
                                + ", says " + hit.provider()))
                .distinct()
                .sorted()
                .limit(most)
                .toList();
    }

    /** The earliest any provider says. */
    public Optional<Instant> firstSeen() {
        return reports().flatMap(report -> report.firstSeen().stream()).min(Comparator.naturalOrder());
    }

    /** The latest any provider says. */
    public Optional<Instant> lastSeen() {
        return reports().flatMap(report -> report.lastSeen().stream()).max(Comparator.naturalOrder());
    }

    private Stream<Finding> hits() {
        return enrichment.findings().stream().filter(it -> it.report().isPresent());
    }

    private Stream<Report> reports() {
        return hits().flatMap(hit -> hit.report().stream());
    }
}
