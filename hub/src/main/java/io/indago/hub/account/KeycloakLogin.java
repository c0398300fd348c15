package io.indago.hub.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import io.indago.routes.account.DirectoryException;
import io.indago.routes.account.DirectoryException.Reason;
import io.indago.routes.account.Password;
import io.indago.routes.account.PasswordLogin;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;

/** The password grant of the client {@code hub-legacy-login}, the only one that has it. */
final class KeycloakLogin implements PasswordLogin {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakLogin.class);

    private final RestClient keycloak;
    private final KeycloakGuard guard;
    private final URI token;
    private final String client;
    private final String secret;

    KeycloakLogin(RestClient keycloak, KeycloakGuard guard, URI token, String client, String secret) {
        this.keycloak = keycloak;
        this.guard = guard;
        this.token = token;
        this.client = client;
        this.secret = secret;
    }

    private record Tokens(
            @JsonProperty("access_token") @Nullable String accessToken,
            @JsonProperty("expires_in") long expiresIn,
            @Nullable String scope,
            @Nullable String error,
            @JsonProperty("error_description") @Nullable String description) {
        @Override
        public String toString() {
            return "tokens, or why there are none";
        }
    }

    private record Reply(HttpStatusCode status, @Nullable Tokens tokens) {}

    @Override
    public Answer logIn(String username, Password password, String scope) throws DirectoryException {
        byte[] form = form(Map.of(
                "grant_type", "password",
                "client_id", client,
                "client_secret", secret,
                "username", username,
                "password", password.reveal(),
                "scope", scope));
        Reply reply = guard.once(() -> keycloak.post()
                .uri(token)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                // As bytes, so that no log of bodies shows it
                .body(form)
                .exchange((request, response) -> {
                    if (response.getStatusCode().is5xxServerError()) {
                        throw new HttpServerErrorException(response.getStatusCode());
                    }
                    return new Reply(response.getStatusCode(), response.bodyTo(Tokens.class));
                }));
        return answer(reply);
    }

    private Answer answer(Reply reply) throws DirectoryException {
        Tokens tokens = reply.tokens();
        if (tokens != null && tokens.accessToken() != null && reply.status().is2xxSuccessful()) {
            return granted(tokens, tokens.accessToken());
        }
        String error = tokens == null || tokens.error() == null ? "" : tokens.error();
        String description = tokens == null || tokens.description() == null ? "" : tokens.description();
        if (error.equals("invalid_grant")) {
            return description.startsWith("Account is not fully set up") ? new Incomplete() : new Refused();
        }
        if (error.equals("invalid_scope")) {
            throw new DirectoryException(Reason.REFUSED, "there is a scope that nobody has");
        }
        LOG.atError()
                .addKeyValue("status", reply.status().value())
                .addKeyValue("error", error)
                .log("Keycloak takes no passwords from the hub: look at the client hub-legacy-login and its secret");
        throw new DirectoryException(Reason.AWAY, "Keycloak takes no passwords from the hub");
    }

    /** It comes from Keycloak itself, and is verified when it is used. */
    private Granted granted(Tokens tokens, String token) throws DirectoryException {
        try {
            JWTClaimsSet claims = JWTParser.parse(token).getJWTClaimsSet();
            String name = claims.getStringClaim("preferred_username");
            return new Granted(
                    token,
                    tokens.expiresIn(),
                    tokens.scope() == null ? "" : tokens.scope(),
                    claims.getSubject(),
                    name == null ? claims.getSubject() : name,
                    client);
        } catch (ParseException unreadable) {
            throw new DirectoryException(Reason.AWAY, "Keycloak's token can't be read");
        }
    }

    private static byte[] form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
