package io.indago.plugins.torexit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.LookupContext;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.spi.Step;
import io.indago.testkit.Reply;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TorExitProviderTest {
    private static final String RELAY = "0123456789ABCDEF0123456789ABCDEF01234567";
    private static final Indicator EXIT = Indicator.of(IndicatorType.IPV4, "203.0.114.9");
    private static final Indicator OTHER = Indicator.of(IndicatorType.IPV4, "203.0.114.10");

    private final Watch watch = new Watch();
    private final TorExitProvider provider = new TorExitProvider(false, watch);

    @Test
    void saysThatItIsAnExitAndSinceWhenThatIsKnown() throws Exception {
        Report report = fetch(EXIT, list());

        assertThat(report.tags()).containsExactly("tor-exit");
        assertThat(report.score()).isEmpty();
        assertThat(report.lastSeen()).contains(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(report.references())
                .containsExactly(URI.create("https://metrics.torproject.org/rs.html#details/" + RELAY));
    }

    @Test
    void holdsAnExitForSuspiciousWhereTheOperatorWantsIt() throws Exception {
        Step.Call<Report> call = (Step.Call<Report>) new TorExitProvider(true, watch).lookup(EXIT, new NoContext());

        assertThat(done(call.next().apply(list())).score()).hasValue(40);
    }

    @Test
    void tellsNobodyWhichAddressItIsAskedAbout() throws Exception {
        assertThat(asked(EXIT)).hasToString("GET https://check.torproject.org/exit-addresses");
    }

    @Test
    void fetchesTheListOnceAnHour() throws Exception {
        fetch(EXIT, list());
        watch.pass(Duration.ofMinutes(59));

        assertThat(answered(OTHER).isHit()).isFalse();
        assertThat(answered(EXIT).isHit()).isTrue();
        watch.pass(Duration.ofMinutes(2));
        assertThat(asked(EXIT).headers())
                .extracting(Object::toString)
                .containsExactly("if-none-match=\"a\"", "if-modified-since=Fri, 02 Jan 2026 03:04:05 GMT");
    }

    @Test
    void hasOneOfSeveralLookupsFetchIt() throws Exception {
        fetch(EXIT, list());
        watch.pass(Duration.ofMinutes(61));

        asked(EXIT);
        assertThat(answered(EXIT).isHit()).isTrue();
        watch.pass(Duration.ofMinutes(2));
        asked(EXIT);
    }

    @Test
    void goesOnWithAListThatHasNotChanged() throws Exception {
        fetch(EXIT, list());
        watch.pass(Duration.ofMinutes(61));

        assertThat(fetch(EXIT, Reply.status(304)).isHit()).isTrue();
        watch.pass(Duration.ofMinutes(59));
        assertThat(answered(EXIT).isHit()).isTrue();
    }

    @Test
    void goesOnWithAnOlderListWhileThereIsTrouble() throws Exception {
        fetch(EXIT, list());
        watch.pass(Duration.ofMinutes(61));

        assertThat(fetch(EXIT, Reply.status(503)).isHit()).isTrue();
        watch.pass(Duration.ofHours(23));
        assertThat(asked(EXIT).sees(503))
                .as("a list of yesterday serves no more")
                .isFalse();
    }

    @Test
    void neverSaysThatAnAddressIsNoExitByAListOfYesterday() throws Exception {
        watch.pass(Duration.ofHours(25));

        assertThat(fetch(EXIT, list()).isHit()).isTrue();
        assertThatThrownBy(() -> fetch(OTHER, list()))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.UNAVAILABLE));
    }

    private HttpCall asked(Indicator indicator) throws Exception {
        return ((Step.Call<Report>) provider.lookup(indicator, new NoContext())).call();
    }

    private Report answered(Indicator indicator) throws Exception {
        return done(provider.lookup(indicator, new NoContext()));
    }

    private Report fetch(Indicator indicator, HttpReply reply) throws Exception {
        Step<Report> step = provider.lookup(indicator, new NoContext());
        return step instanceof Step.Call<Report> call ? done(call.next().apply(reply)) : done(step);
    }

    private static Report done(Step<Report> step) {
        return ((Step.Done<Report>) step).result();
    }

    private static HttpReply list() {
        return Reply.of(
                200,
                Map.of("etag", "\"a\"", "last-modified", "Fri, 02 Jan 2026 03:04:05 GMT"),
                "ExitNode " + RELAY + "\nExitAddress 203.0.114.9 2026-01-02 03:04:05\n");
    }

    /** Begins a minute after the list was made. */
    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2026-01-02T03:05:05Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** The provider needs none. */
    private static final class NoContext implements LookupContext {
        @Override
        public Instant deadline() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Duration timeLeft() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String traceId() {
            throw new UnsupportedOperationException();
        }
    }
}
