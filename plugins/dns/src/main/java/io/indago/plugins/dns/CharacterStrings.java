package io.indago.plugins.dns;

/**
 * A TXT record's data: one or more strings of at most 255 bytes, {@code "v=spf1 " "-all"}, which belong together
 * (RFC 7208 section 3.3 joins them without a space). Some resolvers leave the quotes out where there is only one.
 */
final class CharacterStrings {
    private CharacterStrings() {}

    /** The strings' text, joined. Never fails: what has no quotes is taken as it is. */
    static String join(String data) {
        if (!data.startsWith("\"")) {
            return data;
        }
        StringBuilder joined = new StringBuilder();
        boolean quoted = false;
        int at = 0;
        while (at < data.length()) {
            char c = data.charAt(at);
            if (c == '\\' && isDecimal(data, at + 1)) {
                joined.append((char) Integer.parseInt(data.substring(at + 1, at + 4)));
                at += 4;
            } else if (c == '\\' && at + 1 < data.length()) {
                joined.append(data.charAt(at + 1));
                at += 2;
            } else {
                if (c == '"') {
                    quoted = !quoted;
                } else if (quoted) {
                    joined.append(c);
                }
                at++;
            }
        }
        return joined.toString();
    }

    /** {@code \034} is the byte of that decimal value, {@code \"} the character itself (RFC 1035 section 5.1). */
    private static boolean isDecimal(String data, int at) {
        return at + 3 <= data.length() && data.substring(at, at + 3).matches("[01]\\d\\d|2[0-4]\\d|25[0-5]");
    }
}
