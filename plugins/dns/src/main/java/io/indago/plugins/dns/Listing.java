package io.indago.plugins.dns;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What an address in the answer of a Spamhaus list stands for, and how much that weighs here. */
enum Listing {
    SBL("SBL, sources and services of spam", "sbl", 75, 2),
    CSS("CSS, sources of snowshoe spam", "css", 75, 3),
    XBL("XBL, hijacked systems", "xbl", 75, 4, 5, 6, 7),
    DROP("DROP, networks of criminals", "drop", 90, 9),
    /** Not an offence, but a policy: a range of end users, which should send no mail of their own. */
    PBL("PBL, ranges of end users", "pbl", -1, 10, 11),
    SPAM("DBL, domains of spam", "spam", 60, 0x102),
    PHISHING("DBL, domains of phishing", "phishing", 90, 0x104),
    MALWARE("DBL, domains of malware", "malware", 90, 0x105),
    BOTNET("DBL, domains that control botnets", "botnet-c2", 90, 0x106),
    ABUSED("DBL, abused domains of others", "abused-legit", 55, 0x166, 0x167, 0x168, 0x169, 0x16a);

    private static final int NO_OPINION = -1;

    private final String title;
    private final String tag;
    private final int score;
    private final Set<Integer> codes;

    Listing(String title, String tag, int score, Integer... codes) {
        this.title = title;
        this.tag = tag;
        this.score = score;
        this.codes = Set.of(codes);
    }

    /** Of 127.0.x.y, {@code x} times 256 plus {@code y}; empty for one that is not documented. */
    static Optional<Listing> of(int code) {
        return Arrays.stream(values())
                .filter(listing -> listing.codes.contains(code))
                .findFirst();
    }

    String title() {
        return title;
    }

    String tag() {
        return tag;
    }

    /** Empty where being listed is no sign of malice. */
    OptionalInt score() {
        return score == NO_OPINION ? OptionalInt.empty() : OptionalInt.of(score);
    }
}
