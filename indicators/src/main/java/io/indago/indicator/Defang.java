package io.indago.indicator;

import io.indago.spi.IndicatorType;

/**
 * Writes an indicator so that nothing turns it into a link: {@code hxxps[://]evil[.]com}. For logs, tables and mail;
 * JSON keeps the true value.
 *
 * <p>{@link IndicatorParser} reads what this writes back to the same value. A URL whose last character a reader would
 * take for the end of a sentence is put in angle brackets for that reason (RFC 3986, appendix C).
 *
 * @since 1.0
 */
public final class Defang {
    private Defang() {}

    /** The lookup value defanged: names in A-labels, which cannot imitate another name, and no credentials. */
    public static String defang(ParsedIndicator indicator) {
        return defang(indicator.type(), indicator.lookupValue());
    }

    /** A value of that type defanged. Of a URL only scheme and host change; hashes stay as they are. */
    public static String defang(IndicatorType type, String value) {
        return switch (type) {
            case IPV4, DOMAIN, FQDN -> dots(value);
            case IPV6, CIDR -> dots(value.replace(":", "[:]"));
            case EMAIL -> dots(value.replace("@", "[@]"));
            case URL -> url(value);
            case MD5, SHA1, SHA256, SHA512, CVE, ASN -> value;
        };
    }

    private static String url(String value) {
        int separator = value.indexOf("://");
        if (separator < 0) {
            return dots(value);
        }
        String scheme = value.substring(0, separator);
        String rest = value.substring(separator + 3);
        int authority = Chars.firstOf("/?#", rest);
        String defanged = scheme(scheme) + "[://]" + dots(rest.substring(0, authority)) + rest.substring(authority);
        return Trimming.trim(defanged).equals(defanged) ? defanged : "<" + defanged + ">";
    }

    private static String scheme(String scheme) {
        return switch (scheme) {
            case "http" -> "hxxp";
            case "https" -> "hxxps";
            case "ftp" -> "fxp";
            default -> scheme;
        };
    }

    private static String dots(String text) {
        return text.replace(".", "[.]");
    }
}
