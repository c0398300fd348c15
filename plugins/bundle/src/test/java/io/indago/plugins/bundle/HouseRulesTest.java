package io.indago.plugins.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the code of every plugin that comes with the hub. */
class HouseRulesTest {
    private static final int MOST_LINES = 150;
    /** Lists of data, which no reader has to hold in mind. */
    private static final Set<String> LISTS = Set.of("RdapServers.java");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern NO_CODE = Pattern.compile("\\s*|(package|import) .*");
    /** The last argument of {@code Related.of}, or of a plugin's own method that leads there. */
    private static final List<Pattern> RELATIONS = List.of(
            Pattern.compile("\\b(?:(?:Related\\.of|hashes|host)\\(|(?:relate|add)\\w*\\(report,)"
                    + "(?:[^;\"]|\"[^\"]*\")*?\\s\"([a-z0-9-]+)\"\\)"),
            Pattern.compile("\\brelation: ([a-z0-9-]+)"));

    @Test
    void noClassIsLongerThanAReaderCanHoldInMind() {
        Map<String, Long> tooLong = new TreeMap<>();
        List<Path> classes = Sources.main(".java");
        for (Path file : classes) {
            long lines = codeLines(file);
            if (lines > MOST_LINES && !LISTS.contains(file.getFileName().toString())) {
                tooLong.put(file.toString(), lines);
            }
        }
        assertThat(classes).as("the sources of all plugins").hasSizeGreaterThan(100);
        assertThat(tooLong)
                .as("classes of more than %d lines of code", MOST_LINES)
                .isEmpty();
    }

    @Test
    void allRelateIndicatorsInTheWordsThereAre() {
        Map<String, String> others = new TreeMap<>();
        Set<String> words = Vocabulary.relations();
        Stream.concat(Sources.main(".java").stream(), Sources.main(".yaml").stream())
                .forEach(file -> RELATIONS.forEach(
                        pattern -> pattern.matcher(Sources.text(file)).results().forEach(found -> {
                            if (!words.contains(found.group(1))) {
                                others.put(found.group(1), file.toString());
                            }
                        })));
        assertThat(words).contains("resolves-to", "name", "same-file");
        assertThat(others)
                .as("relations that io.indago.spi.Related doesn't list: use one it lists, or list it there")
                .isEmpty();
    }

    private static long codeLines(Path file) {
        return COMMENT.matcher(Sources.text(file))
                .replaceAll("")
                .lines()
                .filter(line -> !NO_CODE.matcher(line).matches())
                .count();
    }
}
