package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller sends makes no header of the answer. */
@ExtendWith(RunningHub.Extension.class)
class AnswerHeadersIT {
    /** Those the hub sends, in lower case. */
    private static final Set<String> KNOWN = Set.of(
            "allow",
            "cache-control",
            "connection",
            "content-disposition",
            "content-language", // of the page Tomcat answers what is no request with
            "content-length",
            "content-type",
            "date",
            "deprecation",
            "expires",
            "link",
            "location",
            "pragma",
            "ratelimit",
            "ratelimit-policy",
            "retry-after",
            "transfer-encoding",
            "vary",
            "www-authenticate",
            "x-content-type-options",
            "x-frame-options",
            "x-request-id",
            "x-total-count",
            "x-xss-protection");

    private final RunningHub hub;
    private final String token;

    AnswerHeadersIT(RunningHub hub) {
        this.hub = hub;
        token = hub.token("admin", "tasks users mon");
    }

    /** Ends of lines as they are, percent-encoded, and as letters whose last byte is one. */
    static Stream<String> requests() {
        return Stream.of("%0d%0aX-Evil:%201", "%0aX-Evil:1", "%E5%98%8D%E5%98%8AX-Evil:1", "%0d%0a%0d%0aevil")
                .flatMap(evil -> Stream.of(
                        get("/api/indicator/ipv4/8.8.8.8" + evil + "?plan", ""),
                        get("/api/indicator/url/http%3A%2F%2Fa.example%2F" + evil + "?plan", ""),
                        get("/api/indicator/ipv4/8.8.8.8?plan&deadline=" + evil, ""),
                        get("/api/admin/reports?format=csv&by=" + evil, ""),
                        get("/api/admin/logs?limit=1&format=csv" + evil, ""),
                        get("/api/admin/report/nobody" + evil + "?format=csv", ""),
                        get("/api/plugins/" + evil, ""),
                        get("/api/" + evil, ""),
                        post("PUT", "/api/admin/limit/user/" + evil, "{\"limit\": \"9/1s\", \"for\": \"1s\"}")));
    }

    static Stream<String> headersAndBodies() {
        return Stream.of("\r\nX-Evil: 1", "\nX-Evil: 1", "\rX-Evil: 1", "\u560d\u560aX-Evil: 1")
                .flatMap(evil -> Stream.of(
                        get("/api/me", "X-Request-Id: a" + folded(evil) + "\r\n"),
                        get(
                                "/api/me",
                                "X-Request-Id: a" + evil.replace("\r\n", "\r").replace('\n', '\r') + "\r\n"),
                        get("/api/indicator/ipv4/8.8.8.8?plan", "Prefer: wait=1" + folded(evil) + "\r\n"),
                        get("/api/me", "Accept: text/csv" + folded(evil) + "\r\n"),
                        post("POST", "/api/indicator?plan", json("value", "8.8.8.8" + evil)),
                        post("POST", "/api/admin/user", json("username", "nobody" + evil)),
                        post("POST", "/api/plugins/nobody/disable", json("reason", evil)),
                        post("POST", "/api/authenticate", json("username", "nobody" + evil))));
    }

    /** As old HTTP continued a header's value on the next line. */
    private static String folded(String evil) {
        return evil.replace("\r\n", "\r\n ").replaceFirst("^\n", "\n ");
    }

    private static String json(String name, String value) {
        return RunningHub.JSON.createObjectNode().put(name, value).toString();
    }

    private static String get(String target, String headers) {
        return "GET " + target + " HTTP/1.1\r\n" + headers + "\n\n";
    }

    private static String post(String verb, String target, String body) {
        return verb + " " + target + " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\n\n" + body;
    }

    @ParameterizedTest
    @MethodSource({"requests", "headersAndBodies"})
    void areTheHubsOwn(String request) throws IOException {
        int end = request.lastIndexOf("\n\n");
        String whole = request.substring(0, end) + "Host: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + token + "\r\n\r\n" + request.substring(end + 2);
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), hub.uri("/").getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(whole.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
            assertThat(head).startsWith("HTTP/1.1 ");
            assertThat(head.lines().skip(1)).allSatisfy(line -> {
                assertThat(KNOWN).contains(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT));
                assertThat(line).doesNotContainIgnoringCase("evil");
            });
        }
    }

    @Test
    void tellHowMuchThereIsOfATableAndThatItIsAFile() {
        HttpResponse<String> csv = hub.get("/api/admin/logs?limit=1&format=csv", token);

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValueAsLong("X-Total-Count")).isPresent();
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment; filename=");
    }
}
