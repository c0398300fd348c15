package io.indago.plugins.opencti;

import io.indago.spi.Digest;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A note of ours, read again: its first line is the verdict of then. */
record NoteText(String text) {
    private static final Pattern SCORE = Pattern.compile(", score (\\d{1,3}), confidence ");

    private String verdict() {
        return text.lines().findFirst().orElse("");
    }

    Optional<Instant> time() {
        return Digest.time(verdict());
    }

    /** The score of then, which is ours wherever it is still there. */
    OptionalInt score() {
        Matcher matcher = SCORE.matcher(verdict());
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** Whether both say the same, at whatever time. */
    boolean saysSameAs(NoteText other) {
        return undated().equals(other.undated());
    }

    private String undated() {
        String verdict = verdict();
        return Digest.undated(verdict)
                + text.substring(Math.min(text.length(), verdict.length())).stripTrailing();
    }
}
