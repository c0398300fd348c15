package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The contract tests fail for who breaks a rule: each clause for a plugin that breaks that one. */
class BrokenContractTest {
    /** What the host keeps for every plugin, and no plugin can break. */
    private static final Set<String> KEPT_BY_THE_HOST =
            Set.of("isNotConfiguredWithoutARequiredSetting", "isNotToldWhatItMayNotSee");

    private static final List<Rule> OF_BOTH = List.of(
            new Rule("plain key", "saysWhatItIs", "declare it with Setting.secret"),
            new Rule("optional key", "startsFromItsJarInALoaderOfItsOwn", "declare it required"),
            new Rule("rude", "startsOrSaysWhyNotWhateverItIsGiven", "throw IllegalArgumentException with a sentence"),
            new Rule("takes it all", "saysUnauthorisedWhenTheCredentialIsRefused", "UNAUTHORISED"),
            new Rule("takes it all", "saysWhenARateLimitEnds", "RATE_LIMITED"),
            new Rule("takes it all", "saysUnavailableWhenTheOtherSideIsDown", "UNAVAILABLE"),
            new Rule("takes it all", "followsNoRedirect", "BAD_REPLY"),
            new Rule("takes it all", "saysBadReplyToGarbage", "BAD_REPLY"),
            new Rule("takes it all", "takesNothingForAnAnswerThatIsNone", "an empty body is a bad reply"),
            new Rule("slow reader", "copesWithALongReply", "a reply of 2 MB is read within"),
            new Rule("blocks", "isOverAtTheDeadlineAndLeavesWaitingToTheHost", "its own code returns at once"),
            new Rule("visible key", "keepsItsSecretsOutOfSight", "give them the Secret, not its value"),
            new Rule("secret in message", "keepsItsSecretsOutOfSight", "took a secret out of the plugin's words"),
            new Rule("undeclared host", "callsOnlyHostsItDeclares", "a host it does not declare"),
            new Rule("always healthy", "isNotHealthyWhenTheOtherSideIsDown", "UP"),
            new Rule("always healthy", "isNeverHealthyWithARefusedCredential", "UP"),
            new Rule("own thread", "leavesNeitherThreadNorClassWhenItIsClosed", "use PluginContext.executor()"),
            new Rule("own class", "leavesNeitherThreadNorClassWhenItIsClosed", "left something in a static"));

    private static final List<Rule> OF_PROVIDERS = List.of(
            new Rule("unjudged", "saysHowFarItIsTrusted", "why it has reliability F"),
            new Rule("no cases", "hasCasesForAHitAndForNoData", "a case without data"),
            new Rule("ignored 404", "answersRecordedLookups", "it said"),
            new Rule("one type only", "takesEveryTypeItDeclaresAndNoOther", "what is that?"),
            new Rule("counts", "answersTheSameSideBySide", "does not depend on others"),
            new Rule("blocks", "endsAtOnceWhenNobodyWaitsAnyMore", "leave waiting to the host"));

    private static final List<Rule> OF_CONNECTORS = List.of(
            new Rule("no cases", "hasCasesForWhatIsNewAndWhatIsThereAndARefusal", "a push the platform refuses"),
            new Rule("takes refusals", "pushesAsRecorded", "it ended delivered: CREATED"),
            new Rule("no marking", "marksWhatItSendsWithTheLookupsOwnTlp", "what is sent under TLP:CLEAR"),
            new Rule("needs a score", "copesWithAnAnswerThatSaysNothing", "NoSuchElementException"));

    @AfterEach
    void repair() {
        System.clearProperty(TinyPlugin.FAULT);
        System.getProperties().remove("tiny.own");
    }

    /**
     * A rule.
     *
     * @param fault how {@link TinyPlugin} breaks it
     * @param clause the test that says so
     * @param hint part of what it says
     */
    private record Rule(String fault, String clause, String hint) {}

    @ParameterizedTest
    @ValueSource(classes = {TinyContractTest.class, TinyConnectorContractTest.class})
    void passesAGoodPlugin(Class<?> contract) {
        Events events = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
        assertThat(events.failed().list()).isEmpty();
        assertThat(events.aborted().list()).isEmpty();
        assertThat(events.succeeded().count())
                .isGreaterThanOrEqualTo(clauses(contract).size());
    }

    @ParameterizedTest
    @MethodSource("ofProviders")
    void failsAProviderThatBreaksARule(Rule rule) {
        assertFails(TinyContractTest.class, rule);
    }

    @ParameterizedTest
    @MethodSource("ofConnectors")
    void failsAConnectorThatBreaksARule(Rule rule) {
        assertFails(TinyConnectorContractTest.class, rule);
    }

    @Test
    void leavesNoClauseUnproven() {
        assertThat(clauses(TinyContractTest.class)).isEqualTo(proven(ofProviders()));
        assertThat(clauses(TinyConnectorContractTest.class)).isEqualTo(proven(ofConnectors()));
    }

    private static Stream<Rule> ofProviders() {
        return Stream.concat(OF_BOTH.stream(), OF_PROVIDERS.stream());
    }

    private static Stream<Rule> ofConnectors() {
        return Stream.concat(OF_BOTH.stream(), OF_CONNECTORS.stream());
    }

    private static Set<String> proven(Stream<Rule> rules) {
        return new TreeSet<>(rules.map(Rule::clause).toList());
    }

    private static void assertFails(Class<?> contract, Rule rule) {
        Method clause = method(contract, rule.clause());
        System.setProperty(TinyPlugin.FAULT, rule.fault());
        Events events = EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(contract, clause))
                .execute()
                .testEvents();

        assertThat(events.failed().stream().map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .map(Throwable::getMessage)
                        .orElse("")))
                .as("what it says")
                .isNotEmpty()
                .anySatisfy(message -> assertThat(message).contains(rule.hint()));
    }

    private static Set<String> clauses(Class<?> contract) {
        Set<String> names = new TreeSet<>(methods(contract).map(Method::getName).toList());
        names.removeAll(KEPT_BY_THE_HOST);
        return names;
    }

    private static Method method(Class<?> contract, String name) {
        return methods(contract)
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Method> methods(Class<?> contract) {
        return Stream.<Class<?>>iterate(contract, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(TestFactory.class));
    }
}
