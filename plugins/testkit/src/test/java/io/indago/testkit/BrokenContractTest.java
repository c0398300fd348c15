package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** A plugin that breaks a rule fails the clause that says so. */
class BrokenContractTest {

    @AfterEach
    void repair() {
        System.clearProperty(TinyPlugin.FAULT);
    }

    @Test
    void passesAGoodPlugin() {
        assertThat(failures()).isEmpty();
        assertThat(run().succeeded().count()).isGreaterThan(15);
    }

    @ParameterizedTest
    @CsvSource({
        "plain key, saysWhatItIs",
        "upper-case host, saysWhatItIs",
        "optional key, startsFromItsJarInALoaderOfItsOwn",
        "ignored 404, answersRecordedLookups",
        "undeclared host, callsOnlyHostsItDeclares",
        "takes it all, saysUnauthorisedWhenTheCredentialIsRefused",
        "takes it all, saysWhenARateLimitEnds",
        "takes it all, saysUnavailableWhenTheProviderIsDown",
        "takes it all, followsNoRedirect",
        "takes it all, saysBadReplyToGarbage",
        "takes it all, takesNothingForAnAnswerThatIsNone",
        "visible key, keepsItsSecretsOutOfSight",
        "secret in message, keepsItsSecretsOutOfSight",
        "always healthy, isNotHealthyWhenTheProviderIsDown",
        "own thread, leavesNoThreadWhenItIsClosed"
    })
    void failsThePluginThatBreaksARule(String fault, String clause) {
        System.setProperty(TinyPlugin.FAULT, fault);

        assertThat(failures()).contains(clause);
    }

    private static List<String> failures() {
        return run().failed().stream()
                .map(Event::getTestDescriptor)
                .map(test -> test.getSource()
                        .map(MethodSource.class::cast)
                        .map(MethodSource::getMethodName)
                        .orElseGet(test::getDisplayName))
                .distinct()
                .collect(Collectors.toList());
    }

    private static Events run() {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(TinyContractTest.class))
                .execute()
                .testEvents();
    }
}
