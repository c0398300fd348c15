package io.indago.routes.recording;

import io.indago.host.Scrubber;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Credentials nobody told us of, by how they look: values of parameters and JSON members named as such, JSON Web Tokens,
 * Authorization values, users and passwords in URLs. Fewer names than those a URL loses before it is looked up: a reply's
 * other URLs are what it is recorded for, and calls must stay apart.
 */
final class Credentials {
    private static final Set<String> WORDS = Set.of(
            "token", "secret", "password", "passwd", "apikey", "authkey", "accesskey", "privatekey", "sessionid");

    private static final Set<String> OF_PARAMETERS =
            Set.of("sig", "signature", "xamzsignature", "xgoogsignature", "xamzcredential", "auth", "sid", "jwt");

    private static final Pattern PARAMETER =
            Pattern.compile("((?:[?&;]|&amp;|\\\\u0026)([A-Za-z0-9_.%-]{1,64})=)[^&\\s\"'<>\\\\#;]+");

    private static final Pattern MEMBER = Pattern.compile("\"([A-Za-z0-9_. -]{1,64})\"\\s{0,9}:\\s{0,9}\"");
    private static final Pattern WEB_TOKEN = Pattern.compile("eyJ[\\w-]{5,}\\.[\\w-]{5,}\\.[\\w-]*");
    private static final Pattern AUTHORIZATION =
            Pattern.compile("(?i)\\b(Bearer|Basic) +(?=[^\\s\"\\d]{0,200}\\d)[\\w+/=.~-]{12,}");
    private static final Pattern USER =
            Pattern.compile("(?i)(\\b[a-z]{2,8}:(?:\\\\?/){2})[^\\s/\"'@?#]{1,200}:[^\\s/\"'@?#]{0,200}@");

    private Credentials() {}

    static String scrub(String text) {
        String clean = WEB_TOKEN.matcher(text).replaceAll(Scrubber.MARK);
        clean = AUTHORIZATION.matcher(clean).replaceAll("$1 " + Scrubber.MARK);
        clean = USER.matcher(clean).replaceAll("$1" + Scrubber.MARK + "@");
        clean = PARAMETER.matcher(clean).replaceAll(Credentials::parameter);
        return members(clean);
    }

    private static String parameter(MatchResult found) {
        String name = plain(found.group(2));
        return Matcher.quoteReplacement(
                isNamed(name) || OF_PARAMETERS.contains(name) ? found.group(1) + Scrubber.MARK : found.group());
    }

    /** Strings alone: a number is no credential. */
    private static String members(String text) {
        Matcher matcher = MEMBER.matcher(text);
        StringBuilder clean = new StringBuilder();
        int done = 0;
        while (matcher.find()) {
            int end = endOfString(text, matcher.end());
            if (matcher.start() >= done && end > matcher.end() && isNamed(plain(matcher.group(1)))) {
                clean.append(text, done, matcher.end()).append(Scrubber.MARK);
                done = end;
            }
        }
        return clean.append(text, done, text.length()).toString();
    }

    private static int endOfString(String text, int start) {
        int index = start;
        while (index < text.length() && text.charAt(index) != '"') {
            index += text.charAt(index) == '\\' ? 2 : 1;
        }
        return Math.min(index, text.length());
    }

    private static boolean isNamed(String plain) {
        return WORDS.stream().anyMatch(plain::endsWith);
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
