package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.client.FakeServer.Asked;
import io.indago.client.FakeServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many indicators at once. */
class LookupBatchTest {
    private static final String OK = "{\"access_token\": \"token-%d\", \"expires_in\": 300}";

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(folder);
        bench.server.answers(FakeServer.LOOKUP, LookupBatchTest::answer);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** The input comes back as the id; what says bad is no indicator, what says down is not answered. */
    private static Reply answer(Asked asked) {
        String input = asked.body().replaceFirst(".*:\"(.*)\".*", "$1");
        if (input.startsWith("bad")) {
            return new Reply(
                    400, "{\"type\": \"urn:some\", \"title\": \"Bad\", \"status\": 400, \"detail\": \"no indicator\"}");
        }
        return input.startsWith("down") ? new Reply(500, "") : new Reply(200, document(input));
    }

    private static String document(String id) {
        return Fixture.MALICIOUS.json().replaceFirst("\"id\": *\"[^\"]*\"", "\"id\": \"" + id + "\"");
    }

    private List<String> inputsAsked() {
        return bench.server.asked(FakeServer.LOOKUP).stream()
                .map(asked -> asked.body().replaceFirst(".*:\"(.*)\".*", "$1"))
                .sorted()
                .toList();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("list"), text);
    }

    @Test
    void writesADocumentPerLineInTheOrderOfTheInput() throws Exception {
        CountDownLatch others = new CountDownLatch(2);
        bench.server.answers(FakeServer.LOOKUP, asked -> {
            if (asked.body().contains("first")) {
                await(others);
            } else {
                others.countDown();
            }
            return answer(asked);
        });

        assertThat(bench.run("lookup", "first", "second", "third")).isZero();

        assertThat(bench.out().lines().toList())
                .containsExactly(
                        document("first").replace("\n", ""),
                        document("second").replace("\n", ""),
                        document("third").replace("\n", ""));
        assertThat(bench.err()).isEmpty();
    }

    @Test
    void goesOnAfterAnErrorAndTellsItInItsPlace() {
        assertThat(bench.run("lookup", "good", "bad\u202e", "fine")).isEqualTo(2);

        assertThat(bench.out().lines().toList())
                .hasSize(3)
                .element(1)
                .isEqualTo("{\"input\":\"bad\\u202E\",\"problem\":"
                        + "{\"type\":\"urn:some\",\"title\":\"Bad\",\"status\":400,\"detail\":\"no indicator\"}}");
        assertThat(bench.err()).isEqualTo("note: no answer for 1 of 3\n");
    }

    @Test
    void tellsTheErrorOfASingleOneAsJsonToo() {
        assertThat(bench.run("lookup", "bad", "--json")).isEqualTo(2);

        assertThat(bench.out()).startsWith("{\"input\":\"bad\",\"problem\":{").hasLineCount(1);
        assertThat(bench.err()).isEqualTo("indago: no indicator\n");
    }

    @ParameterizedTest
    @CsvSource({"a b,0", "a bad,2", "down bad a,4", "bad down,4"})
    void endsWithTheWorst(String inputs, int exitCode) {
        assertThat(bench.run(("lookup " + inputs).split(" "))).isEqualTo(exitCode);
    }

    @Test
    void goesOnWhenNobodyIsThere() {
        assertThat(bench.run("lookup", "a", "b", "--url", "http://127.0.0.1:1")).isEqualTo(4);

        assertThat(bench.out().lines().toList())
                .hasSize(2)
                .element(1)
                .isEqualTo("{\"input\":\"b\",\"problem\":"
                        + "{\"type\":\"urn:indago:client:no-answer\",\"title\":\"No answer\","
                        + "\"detail\":\"http://127.0.0.1:1 can't be reached\"}}");
    }

    @Test
    void readsAFile() throws Exception {
        String list = file("\ufeffone\r\n\n  # a comment\n  two#fragment  \n\t\nthree")
                .toString();

        assertThat(bench.run("lookup", "zero", "--file", list)).isZero();
        assertThat(inputsAsked()).containsExactly("one", "three", "two#fragment", "zero");
    }

    @Test
    void writesJsonLinesForAFileWithASingleLine() throws Exception {
        assertThat(bench.run("lookup", "--file", file("one").toString())).isZero();

        assertThat(bench.out()).isEqualTo(document("one").replace("\n", "") + "\n");
    }

    @Test
    void readsStandardInputWhereItIsNoTerminal() {
        bench.types("one\ntwo\n");

        assertThat(bench.run("lookup")).isZero();
        assertThat(inputsAsked()).containsExactly("one", "two");
    }

    @Test
    void takesAHyphenForStandardInput() {
        bench.types("one\ntwo\n");

        assertThat(bench.run("lookup", "-")).isZero();
        assertThat(inputsAsked()).containsExactly("one", "two");
        assertThat(bench.out()).hasLineCount(2);
    }

    @Test
    void readsStandardInputWhenToldTo() {
        bench.types("one\n");

        assertThat(bench.run("lookup", "--file", "-", "two")).isZero();
        assertThat(inputsAsked()).containsExactly("one", "two");
    }

    @Test
    void leavesStandardInputAloneWhenThereIsAnArgument() {
        bench.types("one\n");

        assertThat(bench.run("lookup", "two", "--json")).isZero();
        assertThat(inputsAsked()).containsExactly("two");
    }

    @Test
    void asksNothingWhenThereIsNothing() {
        bench.types("# nothing\n\n");

        assertThat(bench.run("lookup")).isZero();
        assertThat(bench.err()).isEqualTo("note: no indicators to look up\n");
        assertThat(bench.server.asked(FakeServer.LOGIN)).isEmpty();
    }

    @Test
    void refusesAFileThatCannotBeRead() {
        assertThat(bench.run("lookup", "--file", "nowhere")).isEqualTo(2);
        assertThat(bench.err()).contains("The file nowhere can't be read");
    }

    @Test
    void losesOnlyTheLineThatIsNoText() {
        bench.types(new byte[] {'o', 'n', 'e', '\n', (byte) 0xff, '\n', 't', 'w', 'o'});

        assertThat(bench.run("lookup")).isEqualTo(2);
        assertThat(inputsAsked()).containsExactly("one", "two");
        assertThat(bench.out().lines().toList()).element(1).asString().contains("the line is no text in UTF-8");
    }

    @Test
    void asksNoMoreAtOnceThanToldTo() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        bench.server.answers(FakeServer.LOOKUP, asked -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            pauseABit();
            now.decrementAndGet();
            return answer(asked);
        });
        bench.types(IntStream.range(0, 60).mapToObj(Integer::toString).collect(Collectors.joining("\n")));

        assertThat(bench.run("lookup", "--parallel", "3")).isZero();
        assertThat(bench.out()).hasLineCount(60);
        assertThat(most).hasValue(3);
    }

    @Test
    void showsARowForEachOnATerminal() {
        bench.sitsAt(StandardStream.IN, StandardStream.OUT);

        assertThat(bench.run("lookup", "evil-updates.com", "bad\u001b[1A")).isEqualTo(2);
        assertThat(bench.out()).isEqualTo("""
                INDICATOR           VERDICT        SCORE  COVERAGE  TOP FINDING
                evil-updates[.]com  malicious      82     2/2       virustotal: 60 of 94 engines flag it
                bad\\u001b[1A        no answer      -      -         no indicator
                """);
    }

    @Test
    void showsProgressOnATerminalOnly() {
        bench.sitsAt(StandardStream.ERR);
        assertThat(bench.run("lookup", "a", "b")).isZero();

        assertThat(bench.err())
                .startsWith("\r0 of 2 ")
                .contains("\r2 of 2 ")
                .matches("[^\n]*")
                .as("and leaves no trace of it")
                .endsWith("\r" + " ".repeat("2 of 2 ".length()) + "\r");
        assertThat(bench.out()).hasLineCount(2).doesNotContain("\r");
    }

    @Test
    void showsNoProgressInAPipe() {
        bench.sitsAt(StandardStream.IN, StandardStream.OUT);
        assertThat(bench.run("lookup", "a", "b")).isZero();

        assertThat(bench.err()).isEmpty();
    }

    @Test
    void waitsWhenTheHubAsksTo() {
        bench.server.answersInTurn(
                FakeServer.LOOKUP,
                new Reply(503, "", Map.of("Retry-After", "5")),
                new Reply(429, "", Map.of("Retry-After", "7")),
                new Reply(200, document("x")));

        assertThat(bench.run("lookup", "x", "--json")).isZero();
        assertThat(bench.pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @CsvSource({"503,5,5", "503,61,1", "503,,1", "500,5,1"})
    void waitsWithinReason(int status, String retryAfter, int asked) {
        Map<String, String> headers = retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter);
        bench.server.answers(FakeServer.LOOKUP, request -> new Reply(status, "", headers));

        assertThat(bench.run("lookup", "x")).isEqualTo(4);
        assertThat(bench.server.asked(FakeServer.LOOKUP)).hasSize(asked);
    }

    @Test
    void logsInAnewOnceWhenItsTokenIsRefusedMeanwhile() {
        bench.server.answersInTurn(FakeServer.LOGIN, new Reply(200, OK.formatted(1)), new Reply(200, OK.formatted(2)));
        bench.server.answers(
                FakeServer.LOOKUP,
                asked -> asked.header("Authorization").endsWith("token-2")
                                || asked.body().contains("early")
                        ? answer(asked)
                        : new Reply(401, ""));

        assertThat(bench.run("lookup", "early", "late", "later", "--parallel", "1"))
                .isZero();
        assertThat(bench.server.asked(FakeServer.LOGIN)).hasSize(2);
    }

    @Test
    void endsWhenTheNextTokenIsRefusedAsWell() {
        bench.server.answersInTurn(FakeServer.LOGIN, new Reply(200, OK.formatted(1)), new Reply(200, OK.formatted(2)));
        bench.server.answers(
                FakeServer.LOOKUP, asked -> asked.body().contains("early") ? answer(asked) : new Reply(401, ""));

        assertThat(bench.run("lookup", "early", "late", "later", "--parallel", "1"))
                .isEqualTo(3);
        assertThat(bench.out()).isEqualTo(document("early").replace("\n", "") + "\n");
        assertThat(bench.err()).isEqualTo("indago: HTTP 401 without an explanation (HTTP 401)\n");
    }

    private static void pauseABit() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
