package io.indago.routes.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.ManualTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalTallyTest {
    private static final AuditActor EVE = new AuditActor("id-1", "eve", "soar", "192.0.2.7");

    private final List<AuditEvent> events = new ArrayList<>();
    private final ManualTime time = new ManualTime();
    private final RefusalTally tally =
            new RefusalTally(new AuditTrail(events::add, new AuditMetrics(new SimpleMeterRegistry()), time), time);

    @Test
    void makesOneEventOfAFlood() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        IntStream.range(0, 10_000)
                .forEach(any -> threads.execute(() -> tally.refused(EVE, "scope.refuse", "plugins.kill")));
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();

        tally.tell();

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(EVE);
            assertThat(event.action()).isEqualTo("scope.refuse");
            assertThat(event.object()).isEqualTo("plugins.kill");
            assertThat(event.outcome()).isEqualTo("refused");
            assertThat(event.details()).containsEntry("times", "10000").containsKeys("first", "last");
        });
    }

    @Test
    void tellsCallersAndOperationsApart() {
        AuditActor other = new AuditActor("id-2", "bob", "soar", "192.0.2.7");
        tally.refused(EVE, "scope.refuse", "plugins.kill");
        tally.refused(EVE, "scope.refuse", "plugins.retry");
        tally.refused(other, "scope.refuse", "plugins.kill");

        tally.tell();

        assertThat(events).hasSize(3);
    }

    @Test
    void tellsNothingTwiceAndNothingOfNothing() {
        tally.tell();
        tally.refused(EVE, "scope.refuse", "plugins.kill");
        tally.tell();
        tally.tell();

        assertThat(events).hasSize(1);
    }

    @Test
    void tellsTheRestWhenItIsClosed() {
        tally.refused(EVE, "scope.refuse", "plugins.kill");
        tally.close();

        assertThat(events).hasSize(1);
    }

    @Test
    void isBoundedWhoeverComes() {
        for (int caller = 0; caller < 10_100; caller++) {
            tally.refused(new AuditActor("id-" + caller, "eve", "soar", ""), "scope.refuse", "plugins.kill");
        }

        tally.tell();

        assertThat(events).hasSize(10_001);
        assertThat(events)
                .filteredOn(event -> event.actor().username().equals("(others)"))
                .singleElement()
                .satisfies(event -> assertThat(event.details()).containsEntry("times", "100"));
    }

    @Test
    void losesNobodysNameToAFloodOfStrangers() {
        for (int source = 0; source < 20_000; source++) {
            tally.refused(new AuditActor("", "anonymous", "", "192.0.2.1"), "login", "source-" + source);
        }
        tally.refused(EVE, "login", "eve");
        tally.refused(EVE, "scope.refuse", "plugins.kill");

        tally.tell();

        assertThat(events).filteredOn(event -> event.actor().equals(EVE)).hasSize(2);
        assertThat(events).hasSize(103);
    }

    @Test
    void losesNobodysNameToAFloodOfAnotherAction() {
        for (int object = 0; object < 20_000; object++) {
            tally.refused(new AuditActor("id-2", "bob", "soar", ""), "rate.refuse", "object-" + object);
        }
        tally.refused(EVE, "scope.refuse", "plugins.kill");

        tally.tell();

        assertThat(events).filteredOn(event -> event.actor().equals(EVE)).hasSize(1);
    }
}
