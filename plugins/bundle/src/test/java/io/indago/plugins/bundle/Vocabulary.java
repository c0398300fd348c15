package io.indago.plugins.bundle;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words that the plugin API asks plugins to use. */
final class Vocabulary {
    private static final Path RELATED = Path.of("../../plugin-api/src/main/java/io/indago/spi/Related.java");
    private static final Pattern WORD = Pattern.compile("<li>\\{@code ([a-z0-9-]+)}");

    private Vocabulary() {}

    /** Those the documentation of {@link io.indago.spi.Related} lists. */
    static Set<String> relations() {
        return WORD.matcher(Sources.text(RELATED))
                .results()
                .map(word -> word.group(1))
                .collect(Collectors.toSet());
    }
}
