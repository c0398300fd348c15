package io.indago.routes.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.routes.journal.JournalUnavailableException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
    private static final AuditActor ADMIN = new AuditActor("id-1", "admin", "indago-cli", "192.0.2.7");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");

    private final List<AuditEvent> events = new ArrayList<>();
    private final AtomicBoolean full = new AtomicBoolean();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AuditTrail trail =
            new AuditTrail(this::append, new AuditMetrics(meters), Clock.fixed(NOON, ZoneOffset.UTC));

    private void append(AuditEvent event) throws JournalUnavailableException {
        if (full.get()) {
            throw new JournalUnavailableException("full");
        }
        events.add(event);
    }

    @Test
    void saysWhatIsAboutToBeDoneThenThatItIs() throws Exception {
        String result = trail.perform(ADMIN, "r1", "plugin.disable", "vt", Map.of("reason", "cost"), () -> {
            assertThat(events).extracting(AuditEvent::outcome).containsExactly("requested");
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(events).extracting(AuditEvent::outcome).containsExactly("requested", "done");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.actor()).isEqualTo(ADMIN);
            assertThat(event.action()).isEqualTo("plugin.disable");
            assertThat(event.object()).isEqualTo("vt");
            assertThat(event.details()).containsEntry("request", "r1");
            assertThat(event.id().version()).isEqualTo(7);
            assertThat(event.at()).isEqualTo(Instant.parse("2026-11-21T12:00:00.123456Z"));
        });
        assertThat(events.get(0).details()).containsEntry("reason", "cost");
        assertThat(count("done")).isOne();
    }

    @Test
    void doesNothingThatCanNotBeRecorded() {
        full.set(true);

        assertThatThrownBy(() -> trail.perform(ADMIN, "r1", "plugin.kill", "vt", Map.of(), () -> {
                    throw new AssertionError("done unrecorded");
                }))
                .isInstanceOf(JournalUnavailableException.class);
        assertThat(count("unrecorded")).isOne();
    }

    @Test
    void saysThatItFailed() {
        assertThatThrownBy(() -> trail.perform(ADMIN, "r1", "plugin.kill", "vt", Map.of(), () -> {
                    throw new IllegalStateException("secret details");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(events).extracting(AuditEvent::outcome).containsExactly("requested", "failed");
        assertThat(events.get(1).details()).containsEntry("cause", "illegal state");
        assertThat(events.toString()).doesNotContain("secret details");
    }

    @Test
    void leavesTheIntentAloneWhenTheOutcomeCanNotBeRecorded() throws Exception {
        trail.perform(ADMIN, "r1", "plugin.kill", "vt", Map.of(), () -> {
            full.set(true);
            return "done";
        });

        assertThat(events).extracting(AuditEvent::outcome).containsExactly("requested");
        assertThat(meters.counter("indago.audit.lost").count()).isOne();
    }

    @Test
    void goesOnWhenWhatItIsToldCanNotBeRecorded() {
        full.set(true);

        assertThatCode(() -> trail.tell(ADMIN, "a", "b", AuditOutcome.REFUSED, Map.of()))
                .doesNotThrowAnyException();
        assertThat(meters.counter("indago.audit.lost").count()).isOne();
    }

    @Test
    void boundsWhatItIsToldAndTakesOutWhatMovesACursor() {
        AuditActor hostile = new AuditActor("id", "eve\r\n2026 INFO admin\u001b[2J\u202e\u2028", "c", "a");
        trail.tell(hostile, "a", "x".repeat(5_000), AuditOutcome.REFUSED, Map.of("k\u0000", "\ud800"));

        AuditEvent event = events.get(0);
        assertThat(event.actor().username()).isEqualTo("eve\ufffd\ufffd2026 INFO admin\ufffd[2J\ufffd\ufffd");
        assertThat(event.object()).hasSize(1_000);
        assertThat(event.details()).isEqualTo(Map.of("k\ufffd", "\ufffd"));
    }

    private double count(String outcome) {
        return meters.get("indago.admin.actions")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
