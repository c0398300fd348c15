package io.indago.plugins.dns;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names that may be asked about or pointed at: two labels or more, of at most 63 letters, digits, hyphens and
 * underscores, at most 253 characters (RFC 1035 section 2.3). The DNS itself would carry any byte.
 */
final class HostName {
    private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final String TOP_LABEL = "(?!\\d+$)" + LABEL;
    private static final Pattern NAME = Pattern.compile("(?:" + LABEL + "\\.)+" + TOP_LABEL);
    private static final int MAX_LENGTH = 253;

    private HostName() {}

    /** The name in lower case, without the root's dot; empty when it isn't such a name. */
    static Optional<String> parse(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return Optional.of(name.toLowerCase(Locale.ROOT))
                .filter(lower ->
                        lower.length() <= MAX_LENGTH && NAME.matcher(lower).matches());
    }
}
