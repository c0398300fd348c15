package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.client.LookupOutcome.Failed;
import io.indago.client.LookupOutcome.LockedOut;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookupRunTest {
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

    private static LookupOutcome outcome(String input) {
        return new Failed(input, Problem.ofClient("kind", "title", "detail"), ExitCode.MISUSED);
    }

    private boolean take(LookupOutcome outcome) {
        taken.add(outcome.input());
        return true;
    }

    @Test
    void handsOnWhatIsDoneWhenItIsBrokenOff() throws Exception {
        LookupRun run = new LookupRun(3, this::take);
        CountDownLatch fastAreDone = new CountDownLatch(3);
        Thread asking = new Thread(() -> ask(run, List.of("a", "slow", "b", "c"), input -> {
            if (input.equals("slow")) {
                new CountDownLatch(1).await();
            }
            fastAreDone.countDown();
            return outcome(input);
        }));
        asking.start();
        fastAreDone.await();
        while (taken.isEmpty()) {
            Thread.onSpinWait();
        }
        // the outcome of the last one is there a moment after its question returned
        Thread.sleep(200);

        run.breakOff();
        assertThat(taken).containsExactly("a", "b", "c");

        run.breakOff();
        asking.interrupt();
        asking.join();
        assertThat(taken).hasSize(3);
    }

    @Test
    void endsAtTheFirstThatIsLockedOut() {
        LookupRun run = new LookupRun(1, this::take);
        List<String> inputs =
                IntStream.range(0, 1000).mapToObj(Integer::toString).toList();
        LoginException cause = new LoginException("over");

        assertThatThrownBy(() -> run.of(
                        inputs, input -> Integer.parseInt(input) < 5 ? outcome(input) : new LockedOut(input, cause)))
                .isSameAs(cause);
        assertThat(taken).containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    void endsWhenNobodyReadsAnyMore() throws Exception {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        LookupRun run = new LookupRun(1, outcome -> {
            taken.add(outcome.input());
            return taken.size() < 3;
        });

        run.of(IntStream.range(0, 1000).mapToObj(Integer::toString).toList(), input -> {
            asked.add(input);
            return outcome(input);
        });

        assertThat(taken).containsExactly("0", "1", "2");
        assertThat(asked).hasSizeLessThan(100);
    }

    @Test
    void tellsAFaultOfItsOwn() {
        LookupRun run = new LookupRun(2, this::take);

        assertThatThrownBy(() -> run.of(List.of("a"), input -> {
                    throw new IllegalArgumentException("a fault");
                }))
                .hasRootCauseMessage("a fault");
    }

    private static void ask(LookupRun run, List<String> inputs, LookupRun.Inquirer inquirer) {
        try {
            run.of(inputs, inquirer);
        } catch (ClientException | InterruptedException ended) {
            // as the test wants it
        }
    }
}
