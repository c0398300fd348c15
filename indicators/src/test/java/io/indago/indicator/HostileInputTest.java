package io.indago.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SECURITY.md, T-13: no text of 2,048 characters costs more than a moment. The bound is far above what is measured. */
class HostileInputTest {
    private static final Duration BOUND = Duration.ofMillis(50);
    private static final int ATTEMPTS = 5;

    static Stream<String> hostile() {
        String units = """
                a 1 [ ] ( . [.] [. dot : :: [:] / // \\ @ % %2e ../ a. 1. - _ a@ & &a ; = ? token= &token=x \u200b \u202e
                \u0301 \u0327\u0301 ﷺ 😀 \ud800 ü а 。 １ xn-- < > ' \" (() (( … h 0x 0 f cve- CVE\u2013 as1 1/ a@a. mailto:""";
        Stream<String> repeated = Stream.concat(
                        Stream.of(units.replace('\n', ' ').split(" ", 0)),
                        Stream.of(" ", " dot ", "[ ", "\t", "x y", "CVE 1 "))
                .flatMap(unit -> Stream.<IntFunction<String>>of(
                                length -> fill(unit, length),
                                length -> "http://" + fill(unit, length - 7),
                                length -> "http://evil.com/" + fill(unit, length - 16),
                                length -> "http://evil.com/?" + fill(unit, length - 17),
                                length -> "hxxp://evil[.]com/;" + fill(unit, length - 19))
                        .map(shape -> shape.apply(IndicatorParser.MAX_LENGTH)));
        return Stream.concat(
                repeated,
                Stream.of(
                        "xn--" + fill("a", 240) + ".com",
                        fill("ü", 250) + ".de",
                        fill("a.", 250) + "com",
                        fill("xn--bcher-kva.", 240) + "de"));
    }

    private static String fill(String unit, int length) {
        return unit.repeat(length / unit.length() + 1).substring(0, length);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void costsOnlyAMoment(String text) {
        Duration best = BOUND.plus(BOUND);
        for (int attempt = 0; attempt < ATTEMPTS && best.compareTo(BOUND) > 0; attempt++) {
            long start = System.nanoTime();
            try {
                Parsing.PARSER.parse(text);
            } catch (InvalidIndicatorException refused) {
                assertThat(refused.getMessage()).hasSizeLessThan(1000);
            }
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            best = taken.compareTo(best) < 0 ? taken : best;
        }
        assertThat(best).isLessThan(BOUND);
    }
}
