package io.indago.spi;

import java.util.regex.Pattern;

/**
 * Whether a stranger's text could be an indicator of a type: enough to be shown as one and asked about, where the hub
 * parses it.
 */
final class WellFormed {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    /** Eight groups, or fewer with a double colon in between; the last two may be an IPv4 address. */
    private static final Pattern IPV6 = Pattern.compile("(?=.*::|(?:[^:]*:){6,7}[^:]*$)[0-9a-fA-F:.]{2,45}");

    private static final String LABEL = "[a-zA-Z0-9_](?:[a-zA-Z0-9_-]{0,61}[a-zA-Z0-9_])?";
    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)(?:" + LABEL + "\\.)+(?!\\d+$)" + LABEL);
    private static final Pattern URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{0,30}://[\\x21-\\x7e]{1,2000}");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]{32,128}");

    private WellFormed() {}

    static boolean is(IndicatorType type, String value) {
        return switch (type) {
            case IPV4 -> IPV4.matcher(value).matches();
            case IPV6 -> IPV6.matcher(value).matches();
            case DOMAIN, FQDN -> NAME.matcher(value).matches();
            case URL -> URL.matcher(value).matches();
            case MD5 -> isHash(value, 32);
            case SHA1 -> isHash(value, 40);
            case SHA256 -> isHash(value, 64);
            case SHA512 -> isHash(value, 128);
        };
    }

    private static boolean isHash(String value, int digits) {
        return value.length() == digits && HEXADECIMAL.matcher(value).matches();
    }
}
