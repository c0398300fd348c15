package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.indago.hub.AuthorisationMatrix.Example;
import io.indago.hub.AuthorisationMatrix.Line;
import io.indago.hub.revocation.RevocationList;
import io.indago.routes.account.Revocations;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Every endpoint there is, with every kind of token: what becomes of it is what {@code docs/authorisation.md} says. */
@ExtendWith(RunningHub.Extension.class)
@TestInstance(Lifecycle.PER_CLASS)
class AuthorisationIT {
    /** What no answer may show: our code, the database's words, its address. */
    private static final Pattern INTERNAL = Pattern.compile("\\bat [a-z]+\\.|Exception|SQLSTATE|jdbc:");

    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final RunningHub stack;
    private final AuthorisationMatrix matrix;
    private TokenForge tokens;
    private ConfigurableApplicationContext hub;
    private ServletWebServerApplicationContext management;

    AuthorisationIT(RunningHub stack) throws IOException {
        this.stack = stack;
        this.matrix = AuthorisationMatrix.read();
    }

    @BeforeAll
    void start() throws IOException, JOSEException, StoreUnavailableException {
        tokens = new TokenForge(stack.stack().issuer().toString());
        AtomicReference<ServletWebServerApplicationContext> port = new AtomicReference<>();
        ApplicationListener<WebServerInitializedEvent> listener = started -> {
            if ("management".equals(started.getApplicationContext().getServerNamespace())) {
                port.set((ServletWebServerApplicationContext) started.getApplicationContext());
            }
        };
        hub = stack.start(Map.of("indago.security.jwk-set-uri", tokens.uri()), listener);
        management = port.get();
        Revocations revocations = hub.getBean(Revocations.class);
        revocations.hold(TokenForge.DISABLED);
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> hub.getBean(RevocationList.class)
                .refuses(TokenForge.DISABLED, Instant.now()));
    }

    @AfterAll
    void stop() throws StoreUnavailableException {
        hub.getBean(Revocations.class).release(TokenForge.DISABLED);
        hub.close();
        tokens.close();
    }

    @Test
    void listsEveryEndpointThereIsAndNoOther() {
        Set<String> listed = new TreeSet<>();
        matrix.lines().forEach(line -> listed.add(line.endpoint()));

        assertThat(listed).isEqualTo(RunningEndpoints.of((ServletWebServerApplicationContext) hub, management));
        assertThat(matrix.lines()).hasSize(listed.size());
    }

    Stream<Line> lines() {
        return matrix.lines().stream();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void answersEachTokenAsTheMatrixSays(Line line) {
        Map<String, Integer> answered = new LinkedHashMap<>();
        SoftAssertions answers = new SoftAssertions();
        for (String token : matrix.tokens()) {
            HttpResponse<String> answer = send(line, token);
            answered.put(token, answer.statusCode());
            if (!line.isOfManagement()) {
                tellsWhy(answers, token, answer);
            }
        }
        answers.assertThat(answered).as(line.endpoint()).isEqualTo(line.statuses());
        answers.assertAll();
    }

    /** Verbs no line names are no way in, either. */
    @ParameterizedTest
    @MethodSource("lines")
    void takesNoOtherVerb(Line line) {
        Set<String> verbs = new TreeSet<>(VERBS);
        matrix.lines().stream()
                .filter(other -> other.takes(line))
                .forEach(other -> verbs.removeAll(other.verbs(VERBS)));
        Set<Integer> refusals = line.isOfManagement() ? Set.of(401, 403, 404) : Set.of(405);
        for (String verb : verbs) {
            Line other = line.by(verb);
            assertThat(send(other, "none").statusCode()).as(verb).isIn(401, 403, 404);
            assertThat(send(other, "mon").statusCode()).as(verb).isIn(refusals);
        }
    }

    @Test
    void says503WhileTheRealmsKeysHaveNeverBeenHad() {
        try (ConfigurableApplicationContext keyless =
                stack.start(Map.of("indago.security.jwk-set-uri", "http://127.0.0.1:1/"))) {
            HttpResponse<String> answer = stack.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RunningHub.port(keyless) + "/api/me"))
                            .header("Authorization", "Bearer " + stack.token("analyst", "users")));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.body()).contains("urn:indago:problem:login-unavailable");
        }
    }

    private static void tellsWhy(SoftAssertions answers, String token, HttpResponse<String> answer) {
        answers.assertThat(INTERNAL.matcher(answer.body()).find())
                .as("%s shows what is inside: %s", token, answer.body())
                .isFalse();
        String challenge = answer.headers().firstValue("WWW-Authenticate").orElse("");
        switch (answer.statusCode()) {
            case 401 ->
                answers.assertThat(challenge)
                        .as(token)
                        .isEqualTo(token.equals("none") ? "Bearer" : "Bearer error=\"invalid_token\"");
            case 403 ->
                answers.assertThat(challenge)
                        .as(token)
                        .matches("Bearer error=\"insufficient_scope\", scope=\"[a-z: ]+\"");
            default -> answers.assertThat(challenge).as(token).isEmpty();
        }
        if (answer.statusCode() >= 400) {
            answers.assertThat(answer.headers().firstValue("Content-Type"))
                    .as(token)
                    .hasValue("application/problem+json");
            answers.assertThat(RunningHub.read(answer.body()).path("type").textValue())
                    .as(token)
                    .startsWith("urn:indago:problem:");
        }
    }

    private HttpResponse<String> send(Line line, String token) {
        Example example = line.example();
        int port = line.isOfManagement() ? RunningHub.managementPort(hub) : RunningHub.port(hub);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + example.path()))
                .method(
                        example.method(),
                        example.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(example.body()));
        if (!example.body().isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        tokens.token(token, "matrix").ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return stack.send(request);
    }
}
