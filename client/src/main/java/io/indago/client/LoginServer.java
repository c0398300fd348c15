package io.indago.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of an issuer of tokens, as it tells itself (OpenID Connect Discovery 1.0).
 *
 * @param deviceEndpoint empty when it has no device login
 * @param revocationEndpoint empty when it revokes nothing
 */
record LoginServer(URI issuer, URI tokenEndpoint, Optional<URI> deviceEndpoint, Optional<URI> revocationEndpoint) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static LoginServer discover(Transport transport, URI issuer) throws ClientException, InterruptedException {
        URI document = URI.create(issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration");
        Answer answer = transport.send(
                HttpRequest.newBuilder(document)
                        .header("Accept", "application/json")
                        .header("User-Agent", ClientVersion.USER_AGENT)
                        .build(),
                PATIENCE);
        if (answer.status() >= 500) {
            throw new NoAnswerException(
                    answer.server(), "the login server " + answer.server() + " answered HTTP " + answer.status());
        }
        if (answer.status() != 200) {
            throw new LoginException(issuer + " issues no tokens: " + document + " answered HTTP " + answer.status());
        }
        return ClientJson.read(answer, Metadata.class).of(issuer);
    }

    private record Metadata(
            @Nullable String issuer,
            @JsonProperty("token_endpoint") @Nullable String token,

            @JsonProperty("device_authorization_endpoint") @Nullable
            String device,

            @JsonProperty("revocation_endpoint") @Nullable String revocation) {

        LoginServer of(URI asked) throws LoginException {
            if (!asked.toString().equals(issuer)) {
                throw new LoginException("the login server at " + asked + " calls itself '" + issuer
                        + "'; give its name for itself as the issuer");
            }
            return new LoginServer(
                    asked,
                    endpoint(asked, token)
                            .orElseThrow(() -> new LoginException(asked + " does not say where it gives tokens")),
                    endpoint(asked, device),
                    endpoint(asked, revocation));
        }

        private static Optional<URI> endpoint(URI issuer, @Nullable String address) throws LoginException {
            if (address == null) {
                return Optional.empty();
            }
            try {
                URI endpoint = Transport.requireHttp(URI.create(address));
                if ("https".equals(issuer.getScheme()) && !"https".equals(endpoint.getScheme())) {
                    throw new LoginException(issuer + " names an endpoint without TLS: " + address);
                }
                return Optional.of(endpoint);
            } catch (IllegalArgumentException malformed) {
                throw new LoginException(issuer + " names an endpoint that is none: " + malformed.getMessage());
            }
        }
    }
}
