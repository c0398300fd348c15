package io.indago.hub.selfcheck;

import io.indago.routes.api.SelfCheckDocument;
import io.indago.routes.api.SelfCheckDocument.Finding;
import io.indago.routes.api.SelfCheckDocument.Severity;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** All the checks, and what they found last. What is new is logged, and what is mended. */
final class SelfCheck implements Supplier<SelfCheckDocument> {
    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

    private final List<Check> checks;
    private final Clock clock;
    private volatile SelfCheckDocument last = new SelfCheckDocument(Optional.empty(), List.of());

    SelfCheck(List<Check> checks, Clock clock) {
        this.checks = List.copyOf(checks);
        this.clock = clock;
    }

    @Override
    public SelfCheckDocument get() {
        return last;
    }

    /** Looks at everything. */
    void run() {
        List<Finding> found =
                checks.stream().flatMap(check -> check.findings().stream()).toList();
        List<Finding> before = last.findings();
        last = new SelfCheckDocument(Optional.of(clock.instant()), found);
        found.stream().filter(finding -> !before.contains(finding)).forEach(SelfCheck::tell);
        before.stream()
                .filter(finding ->
                        found.stream().noneMatch(still -> still.code().equals(finding.code())))
                .forEach(mended ->
                        LOG.atInfo().addKeyValue("code", mended.code()).log("No longer unsafe"));
    }

    /** Whether something could not be looked at, and should be before long. */
    boolean isIncomplete() {
        return last.findings().stream().anyMatch(finding -> finding.code().equals(KeycloakCheck.AWAY));
    }

    private static void tell(Finding finding) {
        LOG.atLevel(finding.severity() == Severity.WARNING ? Level.WARN : Level.INFO)
                .addKeyValue("code", finding.code())
                .log("Self-check: {}", finding.message());
    }
}
