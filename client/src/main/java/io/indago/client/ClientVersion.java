package io.indago.client;

import java.util.Objects;

/** The version of the jar this runs from. */
final class ClientVersion {
    static final String TEXT =
            Objects.requireNonNullElse(ClientVersion.class.getPackage().getImplementationVersion(), "(unpackaged)");
    static final String USER_AGENT = "indago-client/" + TEXT;

    private ClientVersion() {}
}
