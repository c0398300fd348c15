package io.indago.routes.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Status;
import io.indago.routes.FakeProvider;
import io.indago.routes.Samples;
import io.indago.routes.provider.ProviderReport;
import io.indago.spi.Exposure;
import io.indago.spi.IndicatorType;
import io.indago.spi.Pap;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Tlp;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookupPlannerTest {
    private static final String RESERVED = "10.1.2.3";

    /** Which label ({@code x}) permits asking: down the request's TLP, across the strictest the provider may be asked under. */
    private static final String TLP_GRID = """
                         CLEAR GREEN AMBER AMBER_STRICT RED
            CLEAR        x     x     x     x            x
            GREEN        -     x     x     x            x
            AMBER        -     -     x     x            x
            AMBER_STRICT -     -     -     x            x
            RED          -     -     -     -            x
            """;

    /** Down the request's PAP, across what asking the provider reveals. */
    private static final String PAP_GRID = """
                  LOCAL VENDOR TARGET PUBLIC
            CLEAR x     x      x      x
            GREEN x     x      x      -
            AMBER x     x      -      -
            RED   x     -      -      -
            """;

    private static final Map<String, Boolean> TLP_PERMITS = grid(TLP_GRID);
    private static final Map<String, Boolean> PAP_PERMITS = grid(PAP_GRID);

    /** Every TLP and PAP against every ceiling, exposure, and the four things that refuse before them: 12,800 plans. */
    @ParameterizedTest
    @EnumSource(Tlp.class)
    void asksExactlyWhomTheGridsPermit(Tlp tlp) {
        for (Pap pap : Pap.values()) {
            for (Tlp ceiling : Tlp.values()) {
                for (Exposure exposure : Exposure.values()) {
                    for (int bits = 0; bits < 32; bits++) {
                        check(new Cell(tlp, pap, ceiling, exposure, bits));
                    }
                }
            }
        }
    }

    private static void check(Cell cell) {
        FakeProvider provider = cell.provider();
        LookupPlan plan = plan(Samples.request(cell.indicator(), cell.tlp(), cell.pap()), provider);
        String decided = plan.refused().stream()
                .map(LookupPlannerTest::decision)
                .findFirst()
                .orElse("asked");

        assertThat(decided).as(cell.toString()).isEqualTo(cell.expected());
        assertThat(plan.askedIds()).hasSize(decided.equals("asked") ? 1 : 0);
        assertThat(plan.asked()).allSatisfy(asked -> assertThat(asked.sandbox()).isEqualTo(provider.sandbox()));
        assertThat(provider.questions()).isEmpty();
    }

    private static String decision(ProviderReport report) {
        String reason = report.outcome().reason();
        return report.outcome().status().id() + " "
                + Stream.of("does not take", "no key", "never sent", "TLP", "PAP")
                        .filter(reason::contains)
                        .findFirst()
                        .orElse(reason);
    }

    /** One cell of the matrix; the first reason in the order of the design is the one told. */
    private record Cell(Tlp tlp, Pap pap, Tlp ceiling, Exposure exposure, int bits) {
        boolean takesType() {
            return (bits & 1) == 0;
        }

        boolean available() {
            return (bits & 2) == 0;
        }

        boolean internal() {
            return (bits & 4) == 0;
        }

        boolean reserved() {
            return (bits & 8) == 0;
        }

        boolean sandbox() {
            return (bits & 16) == 0;
        }

        String indicator() {
            return reserved() ? RESERVED : Samples.ADDRESS;
        }

        FakeProvider provider() {
            ProviderSpec.Builder spec = Samples.specBuilder("vendor")
                    .types(takesType() ? IndicatorType.IPV4 : IndicatorType.DOMAIN)
                    .maxTlp(ceiling)
                    .exposure(exposure);
            if (internal()) {
                spec.internal();
            }
            FakeProvider provider = FakeProvider.of(spec.build(), question -> {
                throw new AssertionError("a planner asks nobody");
            });
            provider = sandbox() ? provider.inSandbox() : provider;
            return available() ? provider : provider.unavailableBecause("no key: set VENDOR_KEY");
        }

        String expected() {
            if (!takesType()) {
                return "unsupported does not take";
            }
            if (!available()) {
                return "skipped no key";
            }
            if (reserved() && !internal()) {
                return "not_allowed never sent";
            }
            if (!TLP_PERMITS.get(tlp + " " + ceiling)) {
                return "not_allowed TLP";
            }
            return PAP_PERMITS.get(pap + " " + exposure) ? "asked" : "not_allowed PAP";
        }
    }

    @Test
    void everyProviderIsEitherAskedOrRefusedSortedById() {
        LookupPlan plan = plan(
                Samples.request(Samples.ADDRESS),
                FakeProvider.scoring("delta", 1),
                FakeProvider.scoring("alpha", 1),
                FakeProvider.scoring("charlie", 1).unavailableBecause("no key"),
                FakeProvider.scoring("bravo", 1).unavailableBecause("no key"));

        assertThat(plan.askedIds()).containsExactly("alpha", "delta");
        assertThat(plan.refused()).extracting(ProviderReport::provider).containsExactly("bravo", "charlie");
    }

    @Test
    void aRefusalSaysWhyAndThatNothingWasSent() {
        LookupPlan plan = plan(Samples.request("192.168.1.1"), FakeProvider.scoring("alpha", 1));

        assertThat(plan.refused()).singleElement().satisfies(report -> {
            assertThat(report.asked()).isFalse();
            assertThat(report.calls()).isZero();
            assertThat(report.bytes()).isZero();
            assertThat(report.took()).isEqualTo(Duration.ZERO);
            assertThat(report.fetchedAt()).isEqualTo(Samples.NOW);
            assertThat(report.outcome().status()).isEqualTo(Status.NOT_ALLOWED);
            assertThat(report.outcome().reason())
                    .isEqualTo("never sent to an external provider: private address (RFC 1918)");
        });
    }

    @Test
    void aUrlOnAReservedHostIsReserved() {
        LookupPlan plan = plan(Samples.request("http://[::ffff:10.0.0.1]/admin"), FakeProvider.scoring("alpha", 1));

        assertThat(plan.asked()).isEmpty();
    }

    @Test
    void refusalsNameTheLabelAndTheLimit() {
        ProviderSpec green = Samples.specBuilder("green").maxTlp(Tlp.GREEN).build();
        ProviderSpec open = Samples.specBuilder("open")
                .maxTlp(Tlp.RED)
                .exposure(Exposure.PUBLIC)
                .build();
        LookupPlan plan = plan(
                Samples.request(Samples.ADDRESS, Tlp.AMBER_STRICT, Pap.GREEN),
                FakeProvider.of(green, question -> null),
                FakeProvider.of(open, question -> null));

        assertThat(plan.refused())
                .extracting(report -> report.outcome().reason())
                .containsExactly(
                        "TLP:AMBER+STRICT is stricter than TLP:GREEN, the strictest GREEN may be asked under",
                        "PAP:GREEN forbids it: asking OPEN makes the indicator public");
    }

    @Test
    void withoutProvidersThePlanIsEmpty() {
        LookupPlan plan = plan(Samples.request(Samples.ADDRESS));

        assertThat(plan.asked()).isEmpty();
        assertThat(plan.refused()).isEmpty();
    }

    private static LookupPlan plan(LookupRequest request, FakeProvider... providers) {
        return new LookupPlanner(FakeProvider.directory(providers), Samples.CLOCK).plan(request);
    }

    /** {@code "ROW COLUMN" -> whether there is an x}. */
    private static Map<String, Boolean> grid(String text) {
        List<List<String>> rows = text.lines()
                .map(line -> Arrays.asList(line.strip().split(" +")))
                .collect(Collectors.toList());
        List<String> columns = rows.remove(0);
        Map<String, Boolean> cells = new TreeMap<>();
        for (List<String> row : rows) {
            for (int column = 0; column < columns.size(); column++) {
                cells.put(
                        row.get(0) + " " + columns.get(column),
                        row.get(column + 1).equals("x"));
            }
        }
        return cells;
    }
}
