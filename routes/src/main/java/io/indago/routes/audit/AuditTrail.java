package io.indago.routes.audit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.indago.routes.journal.JournalUnavailableException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes audit events of what happens. */
public final class AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final String REQUEST = "request";

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final AuditLog log;
    private final AuditMetrics metrics;
    private final Clock clock;

    public AuditTrail(AuditLog log, AuditMetrics metrics, Clock clock) {
        this.log = log;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** As the other, with nothing to say of what came of it but that it was done. */
    public <T> T perform(
            AuditActor actor,
            String request,
            String action,
            String object,
            Map<String, String> details,
            Callable<T> work)
            throws Exception {
        return perform(actor, request, action, object, details, work, any -> Map.of());
    }

    /**
     * Does it between two entries: that it is about to be done, and what came of it. An entry that can't be taken keeps it
     * from being done; when the second can't, the first stands alone, and the log says so.
     *
     * @param request the API request's id, which both entries name
     * @param details never a secret
     * @param outcome what is worth knowing of what came of it, for the second entry
     * @throws JournalUnavailableException when it can't be recorded; it was not done
     */
    public <T> T perform(
            AuditActor actor,
            String request,
            String action,
            String object,
            Map<String, String> details,
            Callable<T> work,
            Function<T, Map<String, String>> outcome)
            throws Exception {
        Map<String, String> all = new TreeMap<>(details);
        all.put(REQUEST, request);
        try {
            log.append(event(actor, action, object, AuditOutcome.REQUESTED, all));
        } catch (JournalUnavailableException unrecorded) {
            metrics.refused(action);
            throw unrecorded;
        }
        try {
            T result = work.call();
            Map<String, String> done = new TreeMap<>(outcome.apply(result));
            done.put(REQUEST, request);
            conclude(actor, action, object, AuditOutcome.DONE, done);
            return result;
        } catch (Exception failure) {
            conclude(actor, action, object, AuditOutcome.FAILED, Map.of(REQUEST, request, "cause", kind(failure)));
            throw failure;
        }
    }

    /** Tells of something that has happened, whether it can be recorded or not; when not, the log says so. */
    public void tell(
            AuditActor actor, String action, String object, AuditOutcome outcome, Map<String, String> details) {
        AuditEvent event = event(actor, action, object, outcome, details);
        try {
            log.append(event);
        } catch (JournalUnavailableException unavailable) {
            metrics.lost();
            LOG.atError()
                    .addKeyValue("action", event.action())
                    .addKeyValue("object", event.object())
                    .addKeyValue("outcome", outcome.id())
                    .addKeyValue("subject", actor.subject())
                    .setCause(unavailable)
                    .log("An audit event was not recorded");
        }
    }

    private void conclude(
            AuditActor actor, String action, String object, AuditOutcome outcome, Map<String, String> details) {
        metrics.performed(action, outcome);
        tell(actor, action, object, outcome, details);
    }

    private AuditEvent event(
            AuditActor actor, String action, String object, AuditOutcome outcome, Map<String, String> details) {
        return AuditEvent.of(ids.generate(), clock.instant(), actor, action, object, outcome, details);
    }

    /** In words, {@code not found}: its message may say what nobody should read here. */
    private static String kind(Exception failure) {
        return failure.getClass()
                .getSimpleName()
                .replaceAll("Exception$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
