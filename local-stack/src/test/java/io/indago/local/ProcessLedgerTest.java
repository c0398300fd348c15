package io.indago.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLedgerTest {

    @TempDir
    private Path state;

    private Process sleeper;

    @BeforeEach
    void startSleeper() throws IOException {
        sleeper = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void stopSleeper() {
        sleeper.destroyForcibly();
    }

    @Test
    void anotherLedgerOfTheFolderFindsTheProcess() {
        RecordedProcess recorded = record("sleeper");

        new ProcessLedger(state).add(recorded);

        assertThat(new ProcessLedger(state).alive())
                .extracting(RecordedProcess::name, RecordedProcess::pid)
                .containsExactly(tuple("sleeper", sleeper.pid()));
    }

    @Test
    void forgetsWhatIsRemoved() {
        ProcessLedger ledger = new ProcessLedger(state);
        ledger.add(record("one"));
        ledger.add(record("two"));

        ledger.remove(record("one"));

        assertThat(ledger.alive()).extracting(RecordedProcess::name).containsExactly("two");
    }

    @Test
    void stopsALeftover() throws InterruptedException {
        ProcessLedger ledger = new ProcessLedger(state);
        ledger.add(record("sleeper"));
        List<String> announced = new ArrayList<>();

        ledger.stopLeftovers(process -> announced.add(process.name()));

        assertThat(ends(sleeper)).isTrue();
        assertThat(announced).containsExactly("sleeper");
        assertThat(ledger.alive()).isEmpty();
    }

    @Test
    void sparesAnInnocentProcessThatGotTheSameId() throws InterruptedException {
        RecordedProcess recorded = record("sleeper");
        RecordedProcess earlier = new RecordedProcess(
                recorded.name(), recorded.pid(), recorded.started().minusSeconds(60), StopSignal.TERM);
        ProcessLedger ledger = new ProcessLedger(state);
        ledger.add(earlier);

        ledger.stopLeftovers(process -> {});

        assertThat(sleeper.waitFor(100, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void neverStopsALauncherAsALeftover() throws IOException {
        ProcessLedger ledger = new ProcessLedger(state);
        ledger.add(record(ProcessLedger.LAUNCHER));

        ledger.stopLeftovers(process -> {});

        assertThat(sleeper.isAlive()).isTrue();
        assertThat(Files.readString(state.resolve("processes"))).isEmpty();
    }

    @Test
    void killsAProcessThatDoesNotListen() throws IOException, InterruptedException {
        Process deaf = new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done").start();
        deaf.inputReader().readLine();

        RecordedProcess.of("deaf", deaf.toHandle(), StopSignal.TERM).stop(Duration.ofMillis(100));

        assertThat(ends(deaf)).isTrue();
    }

    /** Java notices a moment after the kernel that a child has ended, and says until then that it is alive. */
    private static boolean ends(Process process) throws InterruptedException {
        return process.waitFor(5, TimeUnit.SECONDS);
    }

    private RecordedProcess record(String name) {
        return RecordedProcess.of(name, sleeper.toHandle(), StopSignal.TERM);
    }
}
