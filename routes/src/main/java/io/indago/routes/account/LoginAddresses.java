package io.indago.routes.account;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where people and programs log in instead.
 *
 * @param issuer the realm's URI, without a slash at its end
 * @param portal where people see to their account
 */
public record LoginAddresses(String issuer, URI portal) {
    public LoginAddresses {
        requireNonNull(issuer, "issuer");
        requireNonNull(portal, "portal");
    }

    URI device() {
        return URI.create(issuer + "/protocol/openid-connect/auth/device");
    }

    URI code() {
        return URI.create(issuer + "/protocol/openid-connect/auth");
    }

    /** Where a browser changes the password, after a login of the last minutes (an application-initiated action). */
    public URI passwordChange() {
        return URI.create(code() + "?client_id=account&response_type=code&scope=openid&kc_action=UPDATE_PASSWORD"
                + "&redirect_uri=" + URLEncoder.encode(issuer + "/account/", StandardCharsets.UTF_8));
    }

    URI token() {
        return URI.create(issuer + "/protocol/openid-connect/token");
    }
}
