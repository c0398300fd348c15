package io.indago.routes.lookup;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When two names that providers write are one. Each answers a key, equal for equal names, which is never shown.
 *
 * <p>Words that say what kind of malware it is stay: <em>Ares RAT</em> and <em>AresLoader</em> have nothing in common but
 * the rest. So <em>RedLine</em> and <em>RedLine Stealer</em> are two, which costs less than one that is none.
 */
final class SameName {
    /** Malpedia's identifiers say the platform first: {@code win.redline_stealer}. Others' names with dots are not like that. */
    private static final Pattern MALPEDIA =
            Pattern.compile("(?:aix|apk|asp|elf|fas|ios|jar|js|osx|php|ps1|py|symbian|vbs|win)\\.([a-z0-9_]+)");

    private static final Pattern SEPARATORS = Pattern.compile("[\\s._-]+");
    /** They tell versions and members of a series apart: LockBit 3.0 is not LockBit 30. */
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[\\s._-]+(?=\\d)");

    private SameName() {}

    /** Without regard to case. */
    static String ofTag(String written) {
        return folded(written);
    }

    /** Without regard to case, to what separates its words, and to the platform in Malpedia's identifiers. */
    static String ofFamily(String written) {
        Matcher identifier = MALPEDIA.matcher(folded(written));
        return joined(identifier.matches() ? identifier.group(1) : folded(written));
    }

    /** Without regard to case and to what separates its words. */
    static String ofActor(String written) {
        return joined(folded(written));
    }

    /** Without regard to case and to how much white space there is: owners with similar names are not the same. */
    static String ofOwner(String written) {
        return folded(written).replaceAll("\\s+", " ");
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static String joined(String name) {
        String series = BETWEEN_DIGITS.matcher(name).replaceAll("/");
        String joined = SEPARATORS.matcher(series).replaceAll("");
        return joined.isEmpty() ? name : joined;
    }
}
