package io.indago.client;

import java.net.URI;

/**
 * Where a login is good and where it is made.
 *
 * @param issuer the login server, as tokens name it
 * @param clientId as which of its clients we log in
 */
record LoginTarget(URI hub, URI issuer, String clientId) {
    /** The client of the realm that is meant for us. */
    static final String USUAL_CLIENT = "indago-cli";
}
