package io.indago.plugins.yeti;

import io.indago.spi.Pap;
import io.indago.spi.Tlp;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** TLP and PAP as tags, whose names have no plus sign in YETI: {@code tlp:amber-strict}. */
final class Marking {
    private Marking() {}

    static String of(Tlp tlp) {
        return "tlp:" + tlp.label().toLowerCase(Locale.ROOT).replace('+', '-');
    }

    static String of(Pap pap) {
        return "pap:" + pap.name().toLowerCase(Locale.ROOT);
    }

    /** Each protocol's, the most open first. */
    private static Stream<List<String>> protocols() {
        return Stream.of(
                Arrays.stream(Tlp.values()).map(Marking::of).toList(),
                Arrays.stream(Pap.values()).map(Marking::of).toList());
    }

    static boolean isOne(String tag) {
        return protocols().anyMatch(protocol -> protocol.contains(tag));
    }

    /** Whether a tag is a marking more open than the other, of the same protocol. */
    static boolean isWeaker(String tag, String than) {
        return protocols()
                .anyMatch(protocol -> protocol.contains(tag) && protocol.indexOf(tag) < protocol.indexOf(than));
    }

    /** The strictest of that marking and those among the tags. */
    static String strictest(String marking, List<String> tags) {
        Optional<String> stricter =
                tags.stream().filter(tag -> isWeaker(marking, tag)).reduce(Marking::stricter);
        return stricter.orElse(marking);
    }

    private static String stricter(String one, String other) {
        return isWeaker(one, other) ? other : one;
    }
}
