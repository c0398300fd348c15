package io.indago.hub.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/providers.md} what the bundled plugins declare; or writes it, if {@code indago.reference} says so. */
class ProviderReferenceIT {
    private static final Path PAGE = Path.of("../docs/providers.md");
    private static final Path CONTRIBUTING = Path.of("../CONTRIBUTING.md");
    private static final String COMMAND = "mvn -q -B verify -pl hub -am -Dtest=none -Dit.test=ProviderReferenceIT"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false"
            + " -Dindago.reference=write";

    @Test
    void saysWhatThePluginsDeclare() throws IOException {
        String declared = new ProviderReference(BundledPlugins.read()).text();
        if (System.getProperty("indago.reference", "").equals("write")) {
            Files.writeString(PAGE, declared, UTF_8);
        }

        assertThat(PAGE)
                .as("the page; to write it anew: %s", COMMAND)
                .content(UTF_8)
                .isEqualTo(declared);
    }

    @Test
    void tellsContributorsHowToWriteIt() {
        assertThat(CONTRIBUTING).content(UTF_8).contains(COMMAND);
    }
}
