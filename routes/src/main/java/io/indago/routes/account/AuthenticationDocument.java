package io.indago.routes.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.indago.routes.account.PasswordLogin.Granted;

/**
 * A token, as OAuth spells it (RFC 6749, 5.1).
 *
 * @param expiresIn seconds
 * @param scope what was granted
 */
public record AuthenticationDocument(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn,
        String scope) {

    static AuthenticationDocument of(Granted granted) {
        return new AuthenticationDocument(granted.token(), "Bearer", granted.expiresIn(), granted.scope());
    }

    @Override
    public String toString() {
        return "a token for " + scope;
    }
}
