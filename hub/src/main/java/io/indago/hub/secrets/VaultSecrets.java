package io.indago.hub.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import io.indago.host.SecretSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The key/value engine, version 2, of HashiCorp Vault or of OpenBao: {@code vault:indago/shodan#api-key} is the field
 * {@code api-key} of the latest version of the secret {@code indago/shodan}. After an outage Vault is left alone for a
 * moment, so that many references do not wait for it one by one.
 */
public final class VaultSecrets implements SecretSource {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final String AWAY = "can't be read: Vault does not answer";

    private final RestClient http;
    private final String mount;
    private volatile Optional<Long> awaySince = Optional.empty();

    /**
     * @param mount where the engine is mounted: {@code secret}
     * @param namespace empty for the root namespace
     */
    public VaultSecrets(URI url, String token, String mount, Optional<String> namespace) {
        this.mount = mount;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER) // the token goes nowhere else
                .build());
        requests.setReadTimeout(PATIENCE);
        RestClient.Builder client = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(url.toString().replaceAll("/$", ""))
                .defaultHeader("X-Vault-Token", token)
                .defaultHeader("X-Vault-Request", "true");
        namespace.ifPresent(name -> client.defaultHeader("X-Vault-Namespace", name));
        http = client.build();
    }

    @Override
    public String scheme() {
        return "vault";
    }

    @Override
    public String read(String name) throws UnreadableSecretException {
        int mark = name.lastIndexOf('#');
        String[] path = name.substring(0, Math.max(mark, 0)).split("/", -1);
        if (mark == name.length() - 1 || Stream.of(path).anyMatch(part -> part.isEmpty() || part.matches("\\.+"))) {
            throw new UnreadableSecretException("is no reference: expected vault:<path>#<field>");
        }
        JsonNode value = document(path).at("/data/data").path(name.substring(mark + 1));
        if (!value.isTextual()) {
            throw new UnreadableSecretException("can't be read: that secret has no such field, or it is no text");
        }
        return value.textValue();
    }

    private JsonNode document(String... path) throws UnreadableSecretException {
        if (awaySince
                .filter(since -> System.nanoTime() - since < REST.toNanos())
                .isPresent()) {
            throw new UnreadableSecretException(AWAY);
        }
        try {
            JsonNode document = http.get()
                    .uri(uri -> uri.pathSegment("v1", mount, "data")
                            .pathSegment(path)
                            .build())
                    .retrieve()
                    .body(JsonNode.class);
            if (document == null) {
                throw new UnreadableSecretException("can't be read: Vault's answer is empty");
            }
            return document;
        } catch (HttpClientErrorException refused) {
            throw new UnreadableSecretException(
                    switch (refused.getStatusCode().value()) {
                        case 403 -> "can't be read: Vault does not allow it to the hub's token";
                        case 404 -> "can't be read: there is no such secret in Vault, or it was deleted";
                        default ->
                            "can't be read: Vault answers "
                                    + refused.getStatusCode().value();
                    });
        } catch (RestClientException unavailable) {
            awaySince = Optional.of(System.nanoTime());
            throw new UnreadableSecretException(AWAY);
        }
    }
}
