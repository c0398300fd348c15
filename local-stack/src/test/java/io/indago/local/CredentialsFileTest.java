package io.indago.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsFileTest {

    @TempDir
    private Path folder;

    @Test
    void keepsTheSecretsItMadeUp() {
        Credentials first = file().readOrCreate();

        assertThat(file().readOrCreate()).isEqualTo(first);
        assertThat(first.analyst().password())
                .hasSizeGreaterThan(20)
                .isNotEqualTo(first.admin().password());
    }

    @Test
    void isReadableByNobodyElse() throws IOException {
        file().readOrCreate();

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("credentials.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void addsWhatAnOlderFileLacks() throws IOException {
        Files.writeString(folder.resolve("credentials.properties"), "analyst.password=kept\n");

        Credentials credentials = file().readOrCreate();

        assertThat(credentials.analyst().password()).isEqualTo("kept");
        assertThat(credentials.clientSecret()).isNotBlank();
    }

    @Test
    void doesNotPrintSecrets() {
        Credentials credentials = file().readOrCreate();

        assertThat(credentials.toString())
                .doesNotContain(credentials.clientSecret())
                .doesNotContain(credentials.admin().password());
    }

    private CredentialsFile file() {
        return new CredentialsFile(folder.resolve("credentials.properties"));
    }
}
