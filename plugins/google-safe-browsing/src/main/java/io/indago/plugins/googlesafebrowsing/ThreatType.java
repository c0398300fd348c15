package io.indago.plugins.googlesafebrowsing;

import java.util.List;
import java.util.stream.Stream;

/** What a listed URL is said to be. The order is that of the numbers in protobuf, from 1. */
enum ThreatType {
    MALWARE(90),
    SOCIAL_ENGINEERING(90),
    UNWANTED_SOFTWARE(75),
    POTENTIALLY_HARMFUL_APPLICATION(75);

    static final String UNSPECIFIED = "THREAT_TYPE_UNSPECIFIED";

    private static final int OF_ANOTHER_TYPE = 75;

    private final int score;

    ThreatType(int score) {
        this.score = score;
    }

    static List<String> names() {
        return Stream.of(values()).map(Enum::name).toList();
    }

    /** The name to that number; of a number of later days one that is as unknown. */
    static String name(long number) {
        if (number == 0) {
            return UNSPECIFIED;
        }
        return number > 0 && number <= values().length ? values()[(int) number - 1].name() : "THREAT_TYPE_" + number;
    }

    /** Of a type of later days the lowest: whatever is listed is dangerous. */
    static int score(String name) {
        return Stream.of(values())
                .filter(type -> type.name().equals(name))
                .mapToInt(type -> type.score)
                .findFirst()
                .orElse(OF_ANOTHER_TYPE);
    }
}
