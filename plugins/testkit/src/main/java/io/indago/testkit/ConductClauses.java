package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.indago.host.PluginProblem.Phase;
import io.indago.host.Status;
import io.indago.spi.Health;
import io.indago.spi.Setting;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How it must behave on the host it shares with others: within its time, without telling secrets, leaving nothing. */
abstract sealed class ConductClauses extends ReplyClauses permits ProviderContractTest, ConnectorContractTest {
    private static final List<Duration> SHORT = List.of(Duration.ofMillis(40), Duration.ofMillis(150));

    @Test
    protected void isOverAtTheDeadlineAndLeavesWaitingToTheHost() {
        assumeCan(Capability.CALLS);
        // a machine that is busy may need a longer time to come to the first call
        if (SHORT.stream().noneMatch(this::timesOut)) {
            assertThat(timesOut(patience()))
                    .as("it calls within %s: describe calls, and leave waiting to the host", patience())
                    .isTrue();
        }
    }

    /** Whether it came to a call at all. */
    private boolean timesOut(Duration time) {
        try (Trial trial = trial()) {
            trial.port().neverReplying();
            Ended ended = begin(trial, time).ended();
            if (trial.port().calls().isEmpty()) {
                return false;
            }
            assertStatus(Status.TIMEOUT, ended);
            assertThat(ended.shown()).as("what it waited for").contains("the call to ");
            assertThat(trial.problemsInTheEnd(Phase.RUN))
                    .as("problems: its own code returns at once")
                    .isEmpty();
            return true;
        }
    }

    @Test
    protected void endsAtOnceWhenNobodyWaitsAnyMore() throws InterruptedException {
        assumeCan(Capability.CALLS);
        try (Trial trial = trial()) {
            trial.port().neverReplying();
            Work work = begin(trial, patience().plus(patience()));
            assertThat(trial.port().isCalledWithin(patience()))
                    .as("it calls within %s: describe calls, and leave waiting to the host", patience())
                    .isTrue();
            work.cancel().run();
            assertStatus(Status.KILLED, work.ended());
            assertThat(trial.port().limits())
                    .as("calls that were cut")
                    .allMatch(limits -> limits.over().toCompletableFuture().isDone());
        }
    }

    @Test
    protected void saysTheSameSideBySide() {
        try (Trial trial = trial()) {
            trial.port().replying(goodReplies());
            List<Work> all = IntStream.range(0, 20)
                    .mapToObj(i -> begin(trial, patience()))
                    .toList();
            assertThat(all.stream().map(work -> work.ended().shown()))
                    .as("what comes of one does not depend on others")
                    .containsOnly(work(trial).shown());
        }
    }

    @Test
    protected void keepsItsSecretsOutOfSight() {
        List<String> secrets = spec().config().settings().stream()
                .filter(Setting::isSecret)
                .flatMap(setting -> Stream.ofNullable(settings().get(setting.name())))
                .toList();
        assumeFalse(secrets.isEmpty(), "it has no secrets");
        try (Printed printed = new Printed();
                Trial trial = trial()) {
            trial.port().replying(goodReplies());
            List<String> shown = new ArrayList<>(List.of(work(trial).shown()));
            for (int status : List.of(200, 400, 401, 404, 429, 500)) {
                shown.add(answered(trial, Reply.of(status, Map.of(), "no JSON")).shown());
                shown.add(trial.health(patience()).reason());
            }
            shown.addAll(trial.problems());
            assertThat(shown)
                    .as("what it says; *** is where the host took a secret out of the plugin's words")
                    .allSatisfy(text -> assertThat(text).doesNotContain(secrets).doesNotContain("***"));
            assertThat(trial.port().calls())
                    .as("calls as they are shown: give them the Secret, not its value")
                    .allSatisfy(call -> assertThat(call.toString()).doesNotContain(secrets));
            assertThat(printed.text())
                    .as("what it prints and logs: nothing that holds a secret")
                    .doesNotContain(secrets);
        }
    }

    @Test
    protected void callsOnlyHostsItDeclares() {
        try (Trial trial = trial()) {
            trial.port().replying(goodReplies());
            assertThat(work(trial).shown()).doesNotContain("a host it does not declare");
            assertThat(trial.health(patience()).reason()).doesNotContain("a host it does not declare");
            assertDeclared(trial.port().calls());
        }
    }

    @Test
    protected void isHealthyWhenTheOtherSideIs() {
        assumeCan(Capability.CALLS);
        try (Trial trial = trial()) {
            trial.port().replying(call -> healthy());
            Health health = trial.health(patience());
            Health.State expected = trial.port().calls().isEmpty() ? Health.State.UNKNOWN : Health.State.UP;
            assertThat(health.state())
                    .as("health, which is UNKNOWN without a call; it said '%s' to healthy()", health.reason())
                    .isEqualTo(expected);
        }
    }

    @Test
    protected void isNotHealthyWhenTheOtherSideIsDown() {
        assertNotUp(List.of(port -> port.replying(call -> Reply.status(500)), ScriptedPort::unreachable));
    }

    @Test
    protected void isNeverHealthyWithARefusedCredential() {
        assertNotUp(List.of(
                port -> port.replying(call -> Reply.status(401)), port -> port.replying(call -> Reply.status(403))));
    }

    private void assertNotUp(List<Consumer<ScriptedPort>> scripts) {
        assumeCan(Capability.CALLS);
        try (Trial trial = trial()) {
            for (Consumer<ScriptedPort> script : scripts) {
                script.accept(trial.port());
                assertThat(trial.health(patience()).state())
                        .as("health, after the calls %s", trial.port().calls())
                        .isNotEqualTo(Health.State.UP);
            }
        }
    }

    @Test
    protected void closesWithoutTrouble() {
        try (Trial trial = trial()) {
            trial.port().replying(goodReplies());
            work(trial);
            assertThat(trial.problemsInTheEnd(Phase.CLOSE))
                    .as("problems once it is closed")
                    .isEmpty();
        }
    }

    @Test
    protected void leavesNeitherThreadNorClassWhenItIsClosed() throws InterruptedException {
        WeakReference<ClassLoader> loader = workedAndClosed();
        leaks().assertNoThread();
        leaks().assertGone(loader);
    }

    /** In a frame of its own, so that nothing here holds what is to go. */
    private WeakReference<ClassLoader> workedAndClosed() {
        try (Trial trial = trial()) {
            trial.port().replying(goodReplies());
            work(trial);
            return leaks().loader();
        }
    }
}
