package io.indago.spi;

import java.util.regex.Matcher;
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

    private static final Pattern NETWORK = Pattern.compile("([0-9a-fA-F:.]{2,45})/(\\d{1,3})");
    private static final Pattern EMAIL = Pattern.compile("[\\x21-\\x7e&&[^@\"<>()\\[\\],;:]]{1,64}@[^@]{1,253}");
    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,19}", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASN = Pattern.compile("(?i:AS)?[1-9]\\d{0,9}");

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
            case CIDR -> isNetwork(value);
            case EMAIL ->
                EMAIL.matcher(value).matches()
                        && NAME.matcher(value.substring(value.lastIndexOf('@') + 1))
                                .matches();
            case CVE -> CVE.matcher(value).matches();
            case ASN -> ASN.matcher(value).matches();
        };
    }

    private static boolean isNetwork(String value) {
        Matcher parts = NETWORK.matcher(value);
        if (!parts.matches()) {
            return false;
        }
        String address = parts.group(1);
        return IPV4.matcher(address).matches()
                ? Integer.parseInt(parts.group(2)) <= 32
                : IPV6.matcher(address).matches() && Integer.parseInt(parts.group(2)) <= 128;
    }

    private static boolean isHash(String value, int digits) {
        return value.length() == digits && HEXADECIMAL.matcher(value).matches();
    }
}
