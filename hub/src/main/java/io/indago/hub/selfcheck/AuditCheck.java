package io.indago.hub.selfcheck;

import io.indago.routes.api.SelfCheckDocument.Finding;
import io.indago.routes.audit.AuditVerification;
import io.indago.routes.audit.VerifiedChain;
import java.util.List;

/** Whether the audit was whole when it was verified last. */
final class AuditCheck implements Check {
    private final AuditVerification verification;

    AuditCheck(AuditVerification verification) {
        this.verification = verification;
    }

    @Override
    public List<Finding> findings() {
        return verification.last().map(AuditCheck::judge).orElse(List.of());
    }

    static List<Finding> judge(VerifiedChain chain) {
        return switch (chain.state()) {
            case "broken" ->
                List.of(
                        Finding.warning(
                                "audit-broken",
                                "somebody has tampered with the audit; run ./indago audit verify, which says where it is broken"));
            case "unproven" ->
                List.of(Finding.warning(
                        "audit-unproven",
                        "whether the end of the audit is missing can't be known: no published head of it can be read"));
            default -> List.of();
        };
    }
}
