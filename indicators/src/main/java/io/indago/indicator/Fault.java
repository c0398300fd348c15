package io.indago.indicator;

import java.util.Locale;

/** What can be wrong with a text; {@link InvalidIndicatorException} explains each to callers. */
enum Fault {
    EMPTY,
    TOO_LONG,
    UNRECOGNISED,
    UNSUPPORTED_TYPE,
    WRONG_TYPE,
    INVALID_IPV4,
    INVALID_IPV6,
    INVALID_CIDR,
    NETWORK_TOO_LARGE,
    INVALID_EMAIL,
    INVALID_CVE,
    INVALID_ASN,
    INVALID_NAME,
    INVALID_URL,
    UNSUPPORTED_SCHEME,
    MISSING_SCHEME,
    PUBLIC_SUFFIX,
    NOT_PUBLIC_SUFFIX,
    HASH_LENGTH,
    EMPTY_FILE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    InvalidIndicatorException of(String text, String reason) {
        return new InvalidIndicatorException(this, text, reason);
    }
}
