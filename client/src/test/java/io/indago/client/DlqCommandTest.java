package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DlqCommandTest {
    private static final String LETTERS = "/api/admin/dead-letters";
    private static final String REPLAY = LETTERS + "/indago.accounting.v1/replay";

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(folder);
        bench.server.answers(LETTERS, 200, """
                {"topics": [{"topic": "indago.accounting.v1", "deadLetters": 12},
                            {"topic": "indago.deliveries.v1", "deadLetters": 0}]}""");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dlq", "dlq list"})
    void showsHowManyThereAre(String command) {
        assertThat(bench.run(command.split(" "))).isZero();

        assertThat(bench.out()).isEqualTo("""
                TOPIC                 DEAD LETTERS
                indago.accounting.v1  12
                indago.deliveries.v1  0
                """);
        assertThat(bench.server.asked(FakeServer.LOGIN).get(0).form()).contains("username=admin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0;indago.accounting.v1: nothing was put aside",
                "1;indago.accounting.v1: 1 event is tried again",
                "12;indago.accounting.v1: 12 events are tried again"
            })
    void hasThemTriedAgain(int replayed, String sentence) {
        bench.server.answers(REPLAY, 200, "{\"topic\": \"indago.accounting.v1\", \"replayed\": " + replayed + "}");

        assertThat(bench.run("dlq", "replay", "indago.accounting.v1")).isZero();
        assertThat(bench.out()).isEqualTo(sentence + "\n");
        assertThat(bench.server.asked(REPLAY)).hasSize(1);
    }

    @Test
    void writesTheDocumentAsJson() {
        assertThat(bench.run("dlq", "--json")).isZero();

        assertThat(bench.out()).startsWith("{").hasLineCount(1);
    }

    @Test
    void saysWhichTopicsThereAre() {
        bench.server.answers(LETTERS + "/other/replay", 404, """
                {"type": "urn:indago:problem:not-found", "status": 404, "detail": "there is no topic 'other'"}""");

        assertThat(bench.run("dlq", "replay", "other")).isEqualTo(2);
        assertThat(bench.err()).startsWith("indago: there is no topic 'other'");
    }

    @Test
    void saysWhichLoginItTakes() {
        bench.server.answers(LETTERS, 403, "{\"type\": \"urn:indago:problem:forbidden\", \"status\": 403}");

        assertThat(bench.run("dlq")).isEqualTo(3);
        assertThat(bench.err()).contains("the login lacks the scope mon");
    }
}
