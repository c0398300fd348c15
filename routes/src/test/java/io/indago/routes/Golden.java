package io.indago.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What other systems read, as it was when it was agreed: {@code src/test/resources/golden}. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** The document is the golden file's, member for member and in its order. */
    public static void assertSame(String file, JsonNode document, ObjectMapper json) throws IOException {
        String golden = Files.readString(FOLDER.resolve(file), StandardCharsets.UTF_8);

        assertThat(json.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n")
                .isEqualTo(golden);
    }
}
