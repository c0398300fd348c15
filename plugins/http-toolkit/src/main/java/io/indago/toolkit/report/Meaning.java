package io.indago.toolkit.report;

import io.indago.spi.ErrorKind;
import io.indago.spi.ProviderException;
import java.util.Locale;

/** What a status or a reply can mean. */
public enum Meaning {
    READ(ErrorKind.INTERNAL),
    NO_DATA(ErrorKind.INTERNAL),
    UNAUTHORISED(ErrorKind.UNAUTHORIZED),
    RATE_LIMITED(ErrorKind.QUOTA),
    UNAVAILABLE(ErrorKind.UNAVAILABLE),
    BAD_REPLY(ErrorKind.BAD_REPLY);

    private final ErrorKind kind;

    Meaning(ErrorKind kind) {
        this.kind = kind;
    }

    /** As descriptors write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public ProviderException failure(String because) {
        return ProviderException.of(kind, because);
    }
}
