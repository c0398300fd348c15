package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** How large a request may be in each of its parts, and whose word is taken for where it comes from. */
@ExtendWith(RunningHub.Extension.class)
class RequestSizeIT {
    private static final String LOOKUP = "/api/indicator/ipv4/185.220.101.34?plan=true";

    private final RunningHub hub;
    private final String token;

    RequestSizeIT(RunningHub hub) {
        this.hub = hub;
        token = hub.token("admin", "tasks users mon");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/indicator?plan=true, application/json",
        "POST, /api/indicator?plan=true, text/plain",
        "POST, /api/indicator?plan=true, application/x-www-form-urlencoded",
        "POST, /api/indicator?plan=true, multipart/form-data; boundary=x",
        "POST, /api/plugins/nobody/disable, application/json",
        "PUT, /api/admin/limit/user/nobody, application/json"
    })
    void takesNoBodyOfMoreThan64KilobytesWhateverItIs(String verb, String path, String type) {
        HttpResponse<String> answer = hub.send(HttpRequest.newBuilder(hub.uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(verb, BodyPublishers.ofString("a=" + "x".repeat(64 * 1024))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:indago:problem:");
    }

    @Test
    void takesNoFieldOfABodyForAParameter() {
        HttpResponse<String> answer = hub.send(HttpRequest.newBuilder(hub.uri("/api/indicator?plan=true&tlp=RED"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("tlp=CLEAR")));

        assertThat(answer.body()).doesNotContain("RED,CLEAR").doesNotContain("\"tlp\":\"CLEAR\"");
    }

    /** A parameter left out may be the one that says how strictly it is to be handled. */
    @Test
    void takesFiftyParametersAndNotOneMore() {
        assertThat(hub.get(LOOKUP + parameters(49), token).statusCode()).isEqualTo(200);

        HttpResponse<String> answer = hub.get(LOOKUP + parameters(50) + "&tlp=RED", token);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("urn:indago:problem:bad-request");
    }

    @Test
    void takesALineAndHeadersOfEightKilobytes() {
        assertThat(hub.get(LOOKUP + "&x=" + "y".repeat(4_000), token).statusCode())
                .isEqualTo(200);
        List<HttpResponse<String>> tooLong = List.of(
                hub.get(LOOKUP + "&x=" + "y".repeat(9_000), token),
                hub.get(LOOKUP, token, "X-Long", "y".repeat(9_000)));
        assertThat(tooLong).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("Tomcat").doesNotContain("Exception");
        });
    }

    @Test
    void takesNobodysWordForWhereARequestComesFrom() {
        JsonNode problem = RunningHub.read(hub.get(
                        "/api/me/usage?from=never",
                        token,
                        "X-Forwarded-For",
                        "1.2.3.4",
                        "Forwarded",
                        "for=1.2.3.4",
                        "X-Real-IP",
                        "1.2.3.4")
                .body());

        assertThat(address(problem)).startsWith("127.0.0.1");
    }

    /** Each proxy adds the address it was asked from: the last that is not a proxy's is the client's, whatever he sent. */
    @Test
    void takesTheWordOfTheTrustedProxiesAlone() {
        try (ConfigurableApplicationContext behindProxy =
                hub.start(Map.of("indago.trusted-proxies", "127.0.0.1, 10.1.0.0/16"))) {
            assertThat(accountedFor(behindProxy, "8.8.8.8, 10.9.9.9, 10.1.2.3"))
                    .as("somebody of the intranet says he is 8.8.8.8")
                    .isEqualTo("10.9.9.9");
            assertThat(accountedFor(behindProxy, "203.0.113.5")).isEqualTo("203.0.113.5");
            assertThat(accountedFor(behindProxy, "unknown")).isEqualTo("127.0.0.1");
        }
    }

    /** However private its address is. */
    @Test
    void takesNoWordOfAProxyThatIsNotNamed() {
        try (ConfigurableApplicationContext elsewhere = hub.start(Map.of("indago.trusted-proxies", "10.1.0.0/16"))) {
            assertThat(accountedFor(elsewhere, "8.8.8.8")).isEqualTo("127.0.0.1");
            assertThat(accountedFor(elsewhere, "8.8.8.8, 10.1.2.3")).isEqualTo("127.0.0.1");
        }
    }

    private String accountedFor(ConfigurableApplicationContext other, String forwardedFor) {
        URI uri = URI.create("http://127.0.0.1:" + RunningHub.port(other) + "/api/me/usage?from=never");
        return address(RunningHub.read(hub.send(HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + token)
                        .header("X-Forwarded-For", forwardedFor))
                .body()));
    }

    private String address(JsonNode problem) {
        UUID id = UUID.fromString(problem.path("traceId").textValue());
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> hub.database()
                                .queryForList("select address from accounting.request where id = ?", String.class, id),
                        rows -> !rows.isEmpty())
                .get(0);
    }

    private static String parameters(int count) {
        return IntStream.range(0, count).mapToObj(i -> "&p" + i + "=1").collect(Collectors.joining());
    }
}
