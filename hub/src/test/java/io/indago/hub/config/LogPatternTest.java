package io.indago.hub.config;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** What a caller sends may be in a log line, and is never another line. */
class LogPatternTest {
    private static final String FORGED = "2026-11-21T12:00:00.000Z  INFO [main] io.indago.hub : All is well";

    private final PatternLayout layout = new PatternLayout();
    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void start() throws IOException {
        Object pattern = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .get(0)
                .getProperty("logging.pattern.console");
        layout.setContext(context);
        layout.setPattern(String.valueOf(pattern));
        layout.start();
    }

    @Test
    void showsTheSentenceItsValuesAndTheCause() {
        List<String> lines = logged("It failed", "a name", new IllegalStateException("why", new IOException("deeper")));

        assertThat(lines.get(0)).startsWith("20").contains(" WARN ").endsWith(": It failed user=\"a name\"");
        assertThat(lines.get(1)).isEqualTo("java.lang.IllegalStateException: why");
        assertThat(lines.get(2)).startsWith("\tat ");
        assertThat(lines).contains("Caused by: java.io.IOException: deeper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\u000b", "\f"})
    void beginsNoLineWithWhatACallerSent(String end) {
        String evil = "alice" + end + FORGED;

        assertThat(logged(evil, evil, new IllegalStateException(evil, new IOException(evil))))
                .hasSizeGreaterThan(3)
                .filteredOn(line -> line.startsWith("20"))
                .hasSize(1);
    }

    @Test
    void hidesAndColoursNothing() {
        String evil = "alice\u001b[2K\u001b[1A\u202eecila\u0000\u0007\u2066x";

        assertThat(String.join("", logged(evil, evil, new IllegalStateException(evil))))
                .contains("alice?[2K?[1A?ecila???x")
                .doesNotContain("\u001b", "\u202e", "\u0000", "\u0007", "\u2066");
    }

    /** In lines, as whoever reads the log may part them. */
    private List<String> logged(String sentence, String user, Throwable cause) {
        Logger logger = context.getLogger("io.indago.hub.Some");
        LoggingEvent event = new LoggingEvent("here", logger, Level.WARN, sentence, cause, null);
        event.addKeyValuePair(new KeyValuePair("user", user));
        return layout.doLayout(event)
                .lines()
                .flatMap(line -> List.of(line.split("\\R|\f|\u000b")).stream())
                .toList();
    }
}
