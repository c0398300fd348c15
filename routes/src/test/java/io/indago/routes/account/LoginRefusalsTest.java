package io.indago.routes.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.ManualTime;
import io.indago.routes.api.RefusedException;
import io.indago.routes.audit.AuditActor;
import io.indago.routes.audit.AuditEvent;
import io.indago.routes.audit.AuditMetrics;
import io.indago.routes.audit.AuditTrail;
import io.indago.routes.audit.RefusalTally;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginRefusalsTest {
    private static final AuditActor EVE = new AuditActor("id-1", "eve", "soar", "192.0.2.7");

    private final List<AuditEvent> events = new ArrayList<>();
    private final ManualTime time = new ManualTime();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RefusalTally tally =
            new RefusalTally(new AuditTrail(events::add, new AuditMetrics(meters), time), time);
    private final LoginRefusals refusals = new LoginRefusals(tally, meters);

    private void refuse(String kind, String address) {
        refusals.note(new RefusedException(kind, "No", 401, "no"), new AuditActor("", "anonymous", "", address));
    }

    @Test
    void keepsWhereAPasswordWasTried() {
        refuse("login-refused", "192.0.2.1");
        refuse("login-incomplete", "192.0.2.1");
        refuse("login-refused", "2001:db8:0:1::1");
        refuse("login-refused", "2001:db8:0:1::2");
        tally.tell();

        assertThat(events).extracting(AuditEvent::object).containsExactlyInAnyOrder("192.0.2.1", "2001:db8:0:1::/64");
        assertThat(events).allSatisfy(event -> assertThat(event.details()).containsEntry("times", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"too-many-attempts", "password-endpoint-off", "identity-provider-unavailable"})
    void countsTheRestAndNoMore(String kind) {
        refuse(kind, "192.0.2.1");
        tally.tell();

        assertThat(events).isEmpty();
        assertThat(meters.counter("indago.login.refused", "reason", kind).count())
                .isEqualTo(1);
    }

    @Test
    void leavesRoomForThoseWhoAreKnown() {
        for (int source = 0; source < 20_000; source++) {
            refuse("login-refused", "10." + source / 40_000 + "." + source / 200 + "." + source % 200);
        }
        tally.refused(EVE, "scope.refuse", "plugins.kill");
        tally.tell();

        assertThat(events).filteredOn(event -> event.actor().equals(EVE)).hasSize(1);
        assertThat(events).hasSizeLessThan(110);
    }
}
