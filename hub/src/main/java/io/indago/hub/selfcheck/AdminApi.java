package io.indago.hub.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Keycloak's Admin API, as far as the hub looks at what it may do there. Throws {@link RestClientException} when away. */
final class AdminApi {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final String REALMS = "/realms/";

    private final RestClient http;
    private final String realm;
    private final String admin;

    /** @param realm {@code https://id.example/realms/indago} */
    AdminApi(String realm) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(LIMIT)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(LIMIT);
        this.http = RestClient.builder().requestFactory(requests).build();
        this.realm = realm.replaceAll("/+$", "");
        int at = this.realm.lastIndexOf(REALMS);
        this.admin = at < 0 ? this.realm : this.realm.substring(0, at) + "/admin" + this.realm.substring(at);
    }

    /** What Keycloak says of itself; {@code issuer} for one. */
    JsonNode discovery() {
        JsonNode found = http.get()
                .uri(URI.create(realm + "/.well-known/openid-configuration"))
                .retrieve()
                .body(JsonNode.class);
        return Optional.ofNullable(found).orElseThrow(() -> new RestClientException("no answer"));
    }

    /** A token by client credentials; none when Keycloak does not take them. */
    Optional<String> token(String client, String secret) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", client);
        form.add("client_secret", secret);
        return http.post()
                .uri(URI.create(realm + "/protocol/openid-connect/token"))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange((request, answer) -> {
                    HttpStatusCode status = answer.getStatusCode();
                    if (status.is4xxClientError()) {
                        return Optional.empty();
                    }
                    JsonNode body = answer.bodyTo(JsonNode.class);
                    if (!status.is2xxSuccessful() || body == null) {
                        throw new RestClientException("status " + status.value());
                    }
                    return Optional.of(body.path("access_token").asText());
                });
    }

    /** What is there; nothing where this token may not look. */
    Optional<JsonNode> get(String token, String path) {
        return http.get()
                .uri(URI.create(admin + path))
                .headers(headers -> headers.setBearerAuth(token))
                .exchange((request, answer) -> {
                    HttpStatusCode status = answer.getStatusCode();
                    if (status.is4xxClientError()) {
                        return Optional.empty();
                    }
                    if (!status.is2xxSuccessful()) {
                        throw new RestClientException("status " + status.value());
                    }
                    return Optional.ofNullable(answer.bodyTo(JsonNode.class));
                });
    }
}
