package io.indago.hub.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.api.SelfCheckDocument.Finding;
import io.indago.routes.audit.VerifiedChain;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditCheckTest {

    @Test
    void warnsOfAChainThatIsBroken() {
        assertThat(AuditCheck.judge(chain("broken"))).extracting(Finding::code).containsExactly("audit-broken");
    }

    @Test
    void warnsOfAChainNoHeadVouchesFor() {
        assertThat(AuditCheck.judge(chain("unproven")))
                .extracting(Finding::code)
                .containsExactly("audit-unproven");
    }

    @Test
    void saysNothingOfOneThatIsWhole() {
        assertThat(AuditCheck.judge(chain("whole"))).isEmpty();
    }

    private static VerifiedChain chain(String state) {
        return new VerifiedChain(
                state, 1, Optional.empty(), 9, 9, 0, 0, Optional.empty(), Optional.empty(), Instant.EPOCH);
    }
}
