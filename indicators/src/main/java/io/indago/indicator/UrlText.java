package io.indago.indicator;

import java.util.Optional;

/**
 * The parts of a URL as written, cut the way the WHATWG URL state machine cuts them for special schemes: any number of
 * slashes and backslashes after the scheme, the authority up to the next one, userinfo up to its last {@code @}. The
 * fragment is gone.
 */
record UrlText(String userinfo, String host, String port, String path, Optional<String> query) {

    static UrlText of(String afterScheme) {
        int start = 0;
        while (start < afterScheme.length() && isSlash(afterScheme.charAt(start))) {
            start++;
        }
        String text = afterScheme.substring(start, Chars.firstOf("#", afterScheme));
        int queryAt = Chars.firstOf("?", text);
        Optional<String> query = queryAt < text.length() ? Optional.of(text.substring(queryAt + 1)) : Optional.empty();
        String hierarchy = text.substring(0, queryAt);
        int pathAt = Chars.firstOf("/\\", hierarchy);
        String authority = hierarchy.substring(0, pathAt);
        int at = authority.lastIndexOf('@');
        String hostAndPort = authority.substring(at + 1);
        int colon = hostAndPort.indexOf(':', Math.max(0, hostAndPort.lastIndexOf(']')));
        return new UrlText(
                at < 0 ? "" : authority.substring(0, at),
                colon < 0 ? hostAndPort : hostAndPort.substring(0, colon),
                colon < 0 ? "" : hostAndPort.substring(colon + 1),
                hierarchy.substring(pathAt),
                query);
    }

    private static boolean isSlash(char character) {
        return character == '/' || character == '\\';
    }
}
