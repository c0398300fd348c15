package io.indago.plugins.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.spi.Report;
import io.indago.testkit.RecordedBodies.Body;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;

/** A lookup's outcome beside the body it was made of. */
record Comparison(Outcome outcome, Reading reading, Body body) {
    /** More is not read from a list, or not kept. */
    private static final int ENOUGH = 20;

    void check() {
        assertThat(outcome.status()).as(outcome.reason()).isEqualTo(reading.status(body));
        assertThat(outcome.reason()).as("what a person reads").isNotBlank();
        outcome.report().ifPresent(this::check);
    }

    private void check(Report report) {
        SoftAssertions softly = new SoftAssertions();
        reading.verdict(body)
                .ifPresent(verdict -> softly.assertThat(report.verdict().name().toLowerCase(Locale.ROOT))
                        .as("verdict of: %s", report.summary())
                        .isEqualTo(verdict));
        for (Fact fact : Fact.values()) {
            compare(softly, fact, fact.of(report), reading.facts(fact, body));
        }
        softly.assertThat(report.related().stream().map(related -> related.relation()))
                .as("relations")
                .isSubsetOf(Vocabulary.relations());
        softly.assertAll();
    }

    private void compare(SoftAssertions softly, Fact fact, List<String> found, List<String> written) {
        List<String> inBody = written.stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        switch (fact.match()) {
            case ONE -> {
                if (isAbsent(fact, inBody)) {
                    softly.assertThat(found)
                            .as("%s, and the body has none", fact)
                            .isEmpty();
                } else if (!inBody.isEmpty()) {
                    softly.assertThat(found).as("%s", fact).hasSize(1).isSubsetOf(inBody);
                }
            }
            case EARLIEST -> time(softly, fact, found, inBody, Comparator.naturalOrder());
            case LATEST -> time(softly, fact, found, inBody, Comparator.reverseOrder());
            case ALL ->
                softly.assertThat(found)
                        .as("%s", fact)
                        .containsAll(inBody.stream().limit(ENOUGH).toList());
            case SHOWN ->
                inBody.forEach(value -> softly.assertThat(found)
                        .as("what it shows of %s", fact)
                        .anyMatch(text -> text.contains(value)));
        }
        boolean unheard = reading.complete() && !reading.knows(fact) && fact.isOfBodies() && !found.isEmpty();
        softly.assertThat(unheard)
                .as(
                        "it reports %s as %s, and recorded-bodies.yaml doesn't say where bodies of %s have it",
                        found, fact, reading.provider())
                .isFalse();
    }

    private boolean isAbsent(Fact fact, List<String> inBody) {
        return reading.complete() && reading.knows(fact) && inBody.isEmpty();
    }

    private void time(
            SoftAssertions softly, Fact fact, List<String> found, List<String> inBody, Comparator<String> order) {
        List<String> times =
                inBody.stream().map(Comparison::instant).sorted(order).toList();
        if (isAbsent(fact, times)) {
            softly.assertThat(found).as("%s, and the body has none", fact).isEmpty();
        }
        times.stream().limit(1).forEach(time -> softly.assertThat(found)
                .as("%s", fact)
                .hasSize(1)
                .allMatch(text -> text.startsWith(time), "begins with " + time));
    }

    /** As far as the second: seconds since 1970, or a date, with a time or without, in UTC. */
    private static String instant(String written) {
        if (written.matches("\\d{9,11}(\\.\\d+)?")) {
            return Instant.ofEpochSecond((long) Double.parseDouble(written))
                    .toString()
                    .substring(0, 19)
                    .toLowerCase(Locale.ROOT);
        }
        String time = written.replace(' ', 't');
        if (!time.matches("\\d{4}-\\d\\d-\\d\\d(t\\d\\d:\\d\\d.*)?")) {
            throw new AssertionError("no time: " + written);
        }
        return time.substring(0, Math.min(19, time.length()));
    }
}
