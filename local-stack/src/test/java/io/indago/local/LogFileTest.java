package io.indago.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path folder;

    @Test
    void quotesTheLastComplaint() throws IOException {
        assertThat(log("INFO fine\nERROR first\nCaused by: the true reason\n\tat some.Error.in(Code.java)\nINFO bye\n")
                        .lastWords())
                .isEqualTo("Caused by: the true reason");
    }

    @Test
    void quotesTheAnalysisOfAFailedStart() throws IOException {
        assertThat(log("ERROR [main] Reporter :\n\nAPPLICATION FAILED TO START\n\nDescription:\n\nThese settings:\n\n"
                                + "- one is wrong\n- another too\n\nAction:\n\nMend them.\n")
                        .lastWords())
                .isEqualTo("These settings:\n- one is wrong\n- another too");
    }

    @Test
    void recognisesAFullDisk() throws IOException {
        assertThat(log("java.io.IOException: No space left on device\nERROR another\n")
                        .lastWords())
                .isEqualTo("the disk is full");
    }

    @Test
    void doesNotGuessWhenTheLogIsSilent() throws IOException {
        assertThat(log("INFO all is well\n").lastWords()).isEqualTo("its log does not say why");
        assertThat(new LogFile(folder.resolve("none.log")).lastWords()).isEqualTo("its log does not say why");
    }

    private LogFile log(String text) throws IOException {
        return new LogFile(Files.writeString(folder.resolve("some.log"), text));
    }
}
