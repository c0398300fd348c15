package io.indago.plugins.torexit;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.RecordedBodies;
import io.indago.testkit.RecordedBodies.Body;
import io.indago.testkit.Reply;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final Pattern ADDRESS =
            Pattern.compile("(?m)(\\d+\\.\\d+\\.\\d+\\.\\d+)(?: (\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d))?\\s*$");

    @TestFactory
    Stream<DynamicTest> readsWhatTheTorProjectReallySent() {
        return RecordedBodies.tests("tor-exit", RecordedBodiesTest::check);
    }

    private static void check(Body body) {
        List<MatchResult> exits = ADDRESS.matcher(body.text()).results().toList();
        try (FixtureHost host = FixtureHost.of(new TorExitPlugin(), Map.of())
                .replying(call -> Reply.of(200, Map.of("content-type", "text/plain"), body.text()))) {
            assertThat(exits).isNotEmpty();
            exits.stream().limit(20).forEach(exit -> check(lookup(host, exit.group(1)), exit));
            assertThat(lookup(host, "203.0.114.9").status())
                    .as("a list of another day can't tell who is none")
                    .isEqualTo(exits.get(0).group(2) == null ? Status.NO_DATA : Status.ERROR);
        }
    }

    private static void check(Outcome outcome, MatchResult exit) {
        assertThat(outcome.report()).hasValueSatisfying(report -> {
            assertThat(report.tags()).containsExactly("tor-exit");
            if (exit.group(2) != null) {
                assertThat(report.lastSeen().orElseThrow()).hasToString(exit.group(2) + "T" + exit.group(3) + "Z");
            }
        });
    }

    private static Outcome lookup(FixtureHost host, String address) {
        return host.lookup(Indicator.of(IndicatorType.IPV4, address)).outcome();
    }
}
