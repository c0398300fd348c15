package io.indago.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Things analysts paste that we know but cannot look up yet. Named before names and hashes are tried, for a UUID would
 * otherwise pass as a single-label host name.
 */
final class LookAlikes {
    private static final Set<Integer> FINGERPRINT_PAIRS = Set.of(16, 20, 32);
    private static final List<LookAlike> ALL = List.of(
            new LookAlike("a MAC address", LookAlikes::isMac),
            new LookAlike("a certificate fingerprint with separators", LookAlikes::isFingerprint),
            new LookAlike("a UUID", text -> isGroups(text, '-', 8, 4, 4, 4, 12)),
            new LookAlike("an ssdeep hash", LookAlikes::isSsdeep),
            new LookAlike("a TLSH hash", text -> text.length() == 72 && starts(text, "t1") && isHex(text, 2)),
            new LookAlike("a SHA-224 hash", text -> text.length() == 56 && isHex(text, 0)),
            new LookAlike("a SHA-384 hash", text -> text.length() == 96 && isHex(text, 0)),
            new LookAlike("a JA4 fingerprint", LookAlikes::isJa4),
            new LookAlike("an Ethereum address", text -> text.length() == 42 && starts(text, "0x") && isHex(text, 2)),
            new LookAlike("a Bitcoin address", LookAlikes::isBitcoin),
            new LookAlike("a registry key", LookAlikes::isRegistryKey),
            new LookAlike("a file path", LookAlikes::isFilePath),
            new LookAlike("a user agent", text -> starts(text, "mozilla/") || starts(text, "curl/")));

    private LookAlikes() {}

    private record LookAlike(String what, Predicate<String> test) {}

    static void refuse(String text) throws InvalidIndicatorException {
        for (LookAlike known : ALL) {
            if (known.test.test(text)) {
                throw Fault.UNSUPPORTED_TYPE.of(text, "looks like " + known.what + ", which is not supported yet");
            }
        }
    }

    private static boolean isMac(String text) {
        return isPairs(text, Set.of(6)) || isGroups(text, '.', 4, 4, 4);
    }

    private static boolean isFingerprint(String text) {
        return isPairs(text, FINGERPRINT_PAIRS);
    }

    private static boolean isPairs(String text, Set<Integer> counts) {
        List<String> pairs = Chars.split(text.replace('-', ':'), ':');
        return counts.contains(pairs.size()) && pairs.stream().allMatch(pair -> pair.length() == 2 && isHex(pair, 0));
    }

    private static boolean isGroups(String text, char separator, int... lengths) {
        List<String> groups = Chars.split(text, separator);
        boolean all = groups.size() == lengths.length;
        for (int i = 0; all && i < lengths.length; i++) {
            all = groups.get(i).length() == lengths[i] && isHex(groups.get(i), 0);
        }
        return all;
    }

    private static boolean isSsdeep(String text) {
        List<String> parts = Chars.split(text, ':');
        return parts.size() == 3
                && Chars.all(parts.get(0), Chars::isDigit)
                && parts.get(1).length() > 2
                && parts.get(2).length() > 2
                && Chars.all(parts.get(1) + parts.get(2), c -> Chars.isAlphanumeric(c) || c == '/' || c == '+');
    }

    private static boolean isJa4(String text) {
        List<String> parts = Chars.split(text, '_');
        return parts.size() == 3
                && parts.get(0).length() == 10
                && Chars.all(parts.get(0), Chars::isAlphanumeric)
                && parts.get(1).length() == 12
                && parts.get(2).length() == 12
                && isHex(parts.get(1) + parts.get(2), 0);
    }

    /** Bech32, or Base58 of that length; a host name would hardly mix cases and digits so. */
    private static boolean isBitcoin(String text) {
        boolean base58 = (text.startsWith("1") || text.startsWith("3"))
                && text.length() >= 26
                && text.length() <= 35
                && text.chars().anyMatch(c -> c >= 'A' && c <= 'Z')
                && text.chars().anyMatch(c -> c >= 'a' && c <= 'z');
        boolean bech32 = starts(text, "bc1") && text.length() >= 42 && text.length() <= 62;
        return (base58 || bech32) && Chars.all(text, Chars::isAlphanumeric) && !isHex(text, 0);
    }

    private static boolean isRegistryKey(String text) {
        return starts(text, "hkey_") || starts(text, "hklm\\") || starts(text, "hkcu\\") || starts(text, "hku\\");
    }

    private static boolean isFilePath(String text) {
        return text.startsWith("/") && !text.startsWith("//")
                || text.startsWith("\\\\")
                || text.startsWith("~/")
                || text.startsWith(":\\", 1) && Chars.isLetter(text.charAt(0));
    }

    private static boolean isHex(String text, int from) {
        return Chars.all(text.substring(from), Chars::isHex);
    }

    private static boolean starts(String text, String lowerCase) {
        return text.length() >= lowerCase.length()
                && text.substring(0, lowerCase.length())
                        .toLowerCase(Locale.ROOT)
                        .equals(lowerCase);
    }
}
