package io.indago.routes.api;

import io.indago.routes.Samples;
import io.indago.routes.audit.AuditEntries;
import io.indago.routes.audit.AuditEntry;
import io.indago.routes.audit.AuditEvent;
import io.indago.routes.audit.AuditFilter;
import io.indago.routes.audit.AuditMetrics;
import io.indago.routes.audit.AuditTrail;
import io.indago.routes.audit.AuditVerification;
import io.indago.routes.audit.ChainCheckpoint;
import io.indago.routes.audit.ChainHeads;
import io.indago.routes.audit.JournalledAudit;
import io.indago.routes.events.JsonMapping;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** An audit that takes everything and has nothing. */
public final class TestAudit {
    private static final AuditMetrics METRICS = new AuditMetrics(new SimpleMeterRegistry());

    private TestAudit() {}

    public static AdminActions actions() {
        return new AdminActions(new AuditTrail(event -> {}, METRICS, Samples.CLOCK));
    }

    /** @param events gets what the audit is told */
    public static AdminActions actions(List<AuditEvent> events) {
        return new AdminActions(new AuditTrail(events::add, METRICS, Samples.CLOCK));
    }

    static AuditApiRoutes routes() {
        AuditEntries none = new Nothing();
        ChainHeads heads = new ChainHeads(none, new JournalledAudit(entry -> {}, JsonMapping.mapper()), Samples.CLOCK);
        AuditVerification verification = new AuditVerification(none, List::of, heads, METRICS, Samples.CLOCK);
        return new AuditApiRoutes(none, verification, JsonMapping.mapper());
    }

    private static final class Nothing implements AuditEntries {
        @Override
        public List<AuditEntry> find(AuditFilter wanted, int offset, int limit) {
            return List.of();
        }

        @Override
        public Optional<AuditEntry> last() {
            return Optional.empty();
        }

        @Override
        public Optional<ChainCheckpoint> checkpoint() {
            return Optional.empty();
        }

        @Override
        public Set<String> pseudonyms() {
            return Set.of();
        }

        @Override
        public void scan(long after, Consumer<AuditEntry> reader) {
            // there are none
        }
    }
}
