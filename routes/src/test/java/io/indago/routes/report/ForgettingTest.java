package io.indago.routes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.indago.routes.account.FakeDirectory;
import io.indago.routes.account.HubGroup;
import io.indago.routes.accounting.Caller;
import io.indago.routes.api.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForgettingTest {
    private static final Caller ROOT =
            new Caller("id-root", "root", "indago-cli", List.of("mon"), Optional.empty(), Optional.empty());

    private final FakeReports reports = new FakeReports();
    private final FakeDirectory directory = new FakeDirectory();
    private final Forgetting forgetting = new Forgetting(reports, directory);

    @BeforeEach
    void requests() {
        reports.subjects.put("root", Set.of("id-root"));
        reports.subjects.put("once-root", Set.of("id-other", "id-root"));
        reports.subjects.put("anonymous", Set.of(""));
        reports.subjects.put("half-anonymous", Set.of("", "id-half"));
        reports.subjects.put("nothing-left", Set.of());
        reports.subjects.put("service-account-soar", Set.of("id-soar"));
        reports.subjects.put("enabled", Set.of("id-enabled"));
        reports.subjects.put("disabled", Set.of("id-disabled"));
        reports.subjects.put("gone", Set.of("id-gone"));
        directory.add("root", HubGroup.ADMINS, true);
        directory.add("enabled", HubGroup.ANALYSTS, true);
        directory.add("disabled", HubGroup.ANALYSTS, false);
    }

    @ParameterizedTest
    @CsvSource({
        "root, own-account",
        "once-root, own-account",
        "anonymous, nobody-to-forget",
        "half-anonymous, nobody-to-forget",
        "nothing-left, nobody-to-forget",
        "service-account-soar, nobody-to-forget",
        "enabled, account-enabled"
    })
    void forgetsNobodyWhoIsAtWork(String username, String kind) {
        RefusedException refusal =
                catchThrowableOfType(RefusedException.class, () -> forgetting.forget(username, "forgotten-1", ROOT));

        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(reports.asked).isEmpty();
    }

    @Test
    void forgetsWhoIsDisabledOrGone() throws Exception {
        assertThat(forgetting.forget("disabled", "forgotten-1", ROOT)).isEqualTo(7);
        assertThat(forgetting.forget("gone", "forgotten-2", ROOT)).isEqualTo(7);

        assertThat(reports.asked).containsExactly("forget disabled for forgotten-1", "forget gone for forgotten-2");
    }
}
