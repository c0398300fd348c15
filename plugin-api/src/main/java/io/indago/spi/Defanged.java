package io.indago.spi;

/** Text in which nothing can be clicked: {@code hxxp://203[.]0[.]114[.]9/a}. */
final class Defanged {
    private Defanged() {}

    static String of(Indicator indicator) {
        return switch (indicator.type()) {
            case IPV4, IPV6, CIDR, DOMAIN, FQDN, URL, EMAIL -> text(bracketed(indicator.value()));
            case MD5, SHA1, SHA256, SHA512, CVE, ASN -> indicator.value();
        };
    }

    /** Of a text about that indicator. */
    static String of(String text, Indicator about) {
        return text(text.replace(about.value(), of(about)));
    }

    private static String bracketed(String value) {
        return value.replace(".", "[.]").replace("@", "[@]");
    }

    private static String text(String text) {
        return text.replaceAll("(?i)\\bhttp(s?)://", "hxxp$1://");
    }
}
