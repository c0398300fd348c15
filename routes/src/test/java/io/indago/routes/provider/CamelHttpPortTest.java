package io.indago.routes.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.CallLimits;
import io.indago.host.HttpFailure;
import io.indago.host.HttpFailure.Kind;
import io.indago.routes.provider.HostileServer.Received;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The port against a server that does everything wrong. Every call carries a secret in its path and one in its query. */
class CamelHttpPortTest {
    private static final Duration DEADLINE = Duration.ofMillis(200);
    private static final Duration PROMISE = DEADLINE.plusMillis(200);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final long MEGABYTE = 1 << 20;
    private static final String SECRET = "CANARY-4711";

    private static final DefaultCamelContext CAMEL = new DefaultCamelContext();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private static HostileServer server;

    private CamelHttpPort port;

    @BeforeAll
    static void start() throws IOException {
        CAMEL.start();
        server = new HostileServer(HostileReplies::answer);
        // What is measured below is not the loading of classes.
        try (CamelHttpPort warmUp = port(1)) {
            send(warmUp, call("ok"), LONG);
            send(warmUp, call("gzip-bomb"), LONG);
            send(warmUp, call("never"), Duration.ofMillis(1));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        CAMEL.stop();
        THREADS.shutdownNow();
    }

    @BeforeEach
    void open() {
        server.awaitOpen(0, SOON);
        server.forget();
        port = port(20);
    }

    @AfterEach
    void noConnectionIsLeaked() {
        port.close();
        server.awaitOpen(0, SOON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "never",
                "drips-header",
                "drips-headers",
                "drips-body",
                "drips-chunks",
                "drips-gzip",
                "drips-informational"
            })
    void aReplyThatIsNotCompleteAtTheDeadlineIsCutThere(String behaviour) {
        Answer answer = send(port, call(behaviour), DEADLINE);

        assertFailed(answer, Kind.TIMEOUT);
        assertThat(answer.took()).isBetween(DEADLINE.minusMillis(20), PROMISE);
        server.awaitOpen(0, SOON);
    }

    @Test
    void aRequestNobodyReadsIsCutAtTheDeadline() {
        HttpCall call = HttpCall.post(server.base(), "never-reads", SECRET).json("x".repeat(20 << 20));
        Answer answer = send(port, call, DEADLINE);

        assertFailed(answer, Kind.TIMEOUT);
        assertThat(answer.took()).isLessThan(PROMISE);
        server.awaitOpen(0, SOON);
    }

    @Test
    void aConnectionNobodyAcceptsIsCutAtTheDeadline() throws IOException {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        List<SocketChannel> queue = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, here)) {
            for (int i = 0; i < 8; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(here, full.getLocalPort()));
                queue.add(channel);
            }
            String base = "http://127.0.0.1:" + full.getLocalPort();
            Answer answer = send(port, HttpCall.get(base, SECRET), DEADLINE);

            assertFailed(answer, Kind.TIMEOUT);
            assertThat(answer.took()).isLessThan(PROMISE);
        } finally {
            for (SocketChannel channel : queue) {
                channel.close();
            }
        }
    }

    @Test
    void aDeadlineInThePastSendsNothing() {
        assertFailed(send(port, call("ok"), Duration.ofMillis(-5)), Kind.TIMEOUT);

        assertThat(server.received()).isEmpty();
    }

    @Test
    void waitingForAConnectionEndsAtTheDeadlineToo() {
        try (CamelHttpPort narrow = port(2)) {
            sending(narrow, call("never"), DEADLINE.multipliedBy(2));
            sending(narrow, call("never"), DEADLINE.multipliedBy(2));
            server.awaitOpen(2, SOON);
            Answer waiting = send(narrow, call("ok"), DEADLINE);

            assertFailed(waiting, Kind.TIMEOUT);
            assertThat(waiting.took()).isLessThan(PROMISE);
            assertThat(server.received()).extracting(Received::name).containsOnly("never");
        }
    }

    /** The connections the first calls give up at the deadline are promised to the last, whose deadline it is too. */
    @RepeatedTest(4)
    void connectionsThatGetFreeAtTheDeadlineAreNotLeaked() {
        try (CamelHttpPort narrow = port(50)) {
            Instant deadline = Instant.now().plus(Duration.ofMillis(200));
            List<CompletableFuture<Answer>> calls = IntStream.range(0, 150)
                    .mapToObj(i -> Answer.of(narrow, call("never"), CallLimits.of(deadline, MEGABYTE)))
                    .toList();

            assertThat(calls).allSatisfy(call -> assertFailed(call.join(), Kind.TIMEOUT));
            server.awaitOpen(0, SOON);
        }
    }

    @Test
    void oneProviderDoesNotTakeAnothersConnections() {
        try (CamelHttpPort narrow = port(1)) {
            CompletableFuture<HttpReply> blocked =
                    narrow.send("greedy", call("never"), within(DEADLINE)).toCompletableFuture();

            assertThat(send(narrow, call("ok"), DEADLINE).reply()).isPresent();
            assertThat(blocked).failsWithin(SOON);
        }
    }

    @Test
    void twoHundredDrippingCallsAtOnceAllEndAtTheDeadline() {
        Duration deadline = Duration.ofMillis(600);
        try (CamelHttpPort wide = port(200)) {
            List<CompletableFuture<Answer>> calls = IntStream.range(0, 200)
                    .mapToObj(i -> sending(wide, call("drips-body"), deadline))
                    .toList();

            assertThat(calls).allSatisfy(call -> {
                assertFailed(call.join(), Kind.TIMEOUT);
                assertThat(call.join().took()).isLessThan(deadline.plusMillis(200));
            });
            server.awaitOpen(0, SOON);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"big", "big-chunked", "big-without-length", "gzip-bomb"})
    void aReplyLargerThanItsLimitIsCutThere(String behaviour) {
        Answer answer = send(port, call(behaviour), LONG);

        assertFailed(answer, Kind.TOO_LARGE);
        server.awaitOpen(0, SOON);
        // What was not read lies in the sockets' buffers.
        assertThat(server.sent()).isLessThan(20 * MEGABYTE);
    }

    @ParameterizedTest
    @CsvSource({"11, true", "10, false"})
    void theLimitIsTheLargestReplyAllowed(long limit, boolean arrives) {
        CallLimits limits = CallLimits.of(Instant.now().plus(LONG), limit);
        Answer answer = Answer.of(port, call("ok"), limits).join();

        assertThat(answer.reply().isPresent()).isEqualTo(arrives);
        answer.failure().ifPresent(failure -> assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"endless-headers", "endless-header", "resets", "hangs-up", "cut-short", "no-http", "gzip-damaged"
            })
    void aBrokenReplyIsUnavailableAndNotAskedForAgain(String behaviour) {
        Answer answer = send(port, call(behaviour), LONG);

        assertFailed(answer, Kind.UNAVAILABLE);
        assertThat(server.received()).hasSize(1);
        server.awaitOpen(0, SOON);
    }

    @Test
    void anEncodingNobodyAskedForIsABadReply() {
        assertFailed(send(port, call("brotli"), LONG), Kind.BAD_REPLY);
    }

    @Test
    void aClosedPortIsUnavailable() throws IOException {
        String base;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            base = "http://127.0.0.1:" + closed.getLocalPort();
        }
        Answer answer = send(port, HttpCall.get(base, SECRET).query("key", SECRET), LONG);

        assertFailed(answer, Kind.UNAVAILABLE);
        assertThat(answer.failure())
                .get()
                .extracting(HttpFailure::getMessage)
                .isEqualTo("127.0.0.1 refuses connections");
    }

    @Test
    void aHubWithoutThreadsSaysSo() {
        ExecutorService closed = Executors.newCachedThreadPool();
        closed.shutdown();
        try (CamelHttpPort busy = new CamelHttpPort(CAMEL, closed, 1, Clock.systemUTC())) {
            assertFailed(send(busy, call("ok"), LONG), Kind.UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"busy, 429", "down, 503", "wants-password, 401", "missing, 404"})
    void everyStatusIsAReplyAndIsAskedForOnce(String behaviour, int status) {
        assertThat(reply(call(behaviour)).status()).isEqualTo(status);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void postsAreNotRepeatedEither() {
        HttpCall call = HttpCall.post(server.base(), "down").json("{}");

        assertThat(reply(call).status()).isEqualTo(503);
        assertFailed(send(port, HttpCall.post(server.base(), "resets", SECRET).json("{}"), LONG), Kind.UNAVAILABLE);
        assertThat(server.received()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        HttpReply reply = reply(call("redirect-" + status).header("x-apikey", Secret.of("key", SECRET)));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Location")).contains("/ok/target");
        assertThat(server.received()).extracting(Received::name).containsExactly("redirect-" + status);
    }

    @Test
    void cookiesAreNotKept() {
        reply(call("cookie"));
        reply(call("cookie"));

        assertThat(server.received()).hasSize(2).allSatisfy(request -> assertThat(request.header("cookie"))
                .isEmpty());
    }

    @Test
    void connectionsAreKeptForTheNextCall() {
        reply(call("ok"));
        reply(call("ok"));

        server.awaitOpen(1, SOON);
    }

    @Test
    void theHeadersAreThoseOfTheCallAndWhatHttpNeeds() {
        reply(HttpCall.get(server.base(), "ok")
                .header("x-apikey", Secret.of("key", SECRET))
                .header("Accept", "application/json"));

        Map<String, List<String>> headers =
                new LinkedHashMap<>(server.onlyRequest().headers());
        assertThat(headers)
                .containsOnlyKeys("accept", "accept-encoding", "connection", "host", "user-agent", "x-apikey")
                .containsEntry("x-apikey", List.of(SECRET))
                .containsEntry("accept", List.of("application/json"))
                .containsEntry("user-agent", List.of("Indago"))
                .containsEntry("connection", List.of("keep-alive"))
                .containsEntry("host", List.of(server.base().substring("http://".length())));
    }

    @Test
    void theAuthorizationOfACallIsItsOwnAndGoesNoFurther() {
        reply(HttpCall.get(server.base(), "ok").header("Authorization", Secret.of("token", "Bearer " + SECRET)));
        reply(HttpCall.get(server.base(), "ok"));

        assertThat(server.received())
                .extracting(request -> request.header("authorization"))
                .containsExactly(List.of("Bearer " + SECRET), List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelHttpUri",
                "CamelRestHttpUri",
                "camelresthttpuri",
                "CamelHttpPath",
                "CamelHttpQuery",
                "CamelHttpRawQuery",
                "CamelRestHttpQuery",
                "CamelHttpMethod",
                "CamelHttpProtocolVersion"
            })
    void aHeaderCannotSteerCamel(String name) throws IOException {
        try (HostileServer elsewhere = new HostileServer(HostileReplies::answer)) {
            String value = name.endsWith("Uri") || name.endsWith("uri") ? elsewhere.base() + "/ok/stolen" : "POST";
            reply(HttpCall.get(server.base(), "ok", "here").query("a", "b").header(name, value));

            assertThat(elsewhere.received()).isEmpty();
            assertThat(server.onlyRequest().head()).startsWith("GET /ok/here?a=b HTTP/1.1\r\n");
            assertThat(server.onlyRequest().headers().keySet()).noneMatch(header -> header.startsWith("camel"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.com/a?b=c&d#e",
                "a/b",
                "a%2Fb",
                "100%",
                "{{indago.key}}",
                "${body}",
                "RAW(x)",
                "a b+c",
                "münchen 日本",
                "..",
                "a;b,c:d@e",
                "<script>",
                "\"'\\|^`"
            })
    void pathAndQueryArriveByteForByte(String value) {
        HttpCall call = HttpCall.get(server.base(), "ok", value)
                .query("q", value)
                .query("q", "again")
                .query(value, "");
        reply(call);

        String sent = call.uri().toString().substring(server.base().length());
        assertThat(server.onlyRequest().target()).isEqualTo(sent);
    }

    @Test
    void aQueryInTheBaseIsNotDoubled() {
        reply(HttpCall.get(server.base(), "ok").query("key", "1").query("empty", ""));

        assertThat(server.onlyRequest().target()).isEqualTo("/ok?key=1&empty=");
    }

    @Test
    void aFormIsPostedPercentEncoded() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("query", "get_info");
        fields.put("hash", "a&b=c ü");
        reply(HttpCall.post(server.base(), "ok").query("v", "2").form(fields));

        Received request = server.onlyRequest();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/ok?v=2");
        assertThat(request.header("content-type")).containsExactly("application/x-www-form-urlencoded");
        assertThat(request.body()).isEqualTo("query=get_info&hash=a%26b%3Dc%20%C3%BC");
    }

    @Test
    void jsonIsPostedAsUtf8() {
        String json = "{\"q\":\"münchen 日本 🦊\"}";
        reply(HttpCall.post(server.base(), "ok").json(json));

        Received request = server.onlyRequest();
        assertThat(request.header("content-type")).containsExactly("application/json");
        assertThat(request.text()).isEqualTo(json);
    }

    @Test
    void aPostWithoutABodyIsEmpty() {
        reply(HttpCall.post(server.base(), "ok"));

        assertThat(server.onlyRequest().method()).isEqualTo("POST");
        assertThat(server.onlyRequest().header("content-length")).isIn(List.of(), List.of("0"));
    }

    @ParameterizedTest
    @CsvSource({"ok, hello", "gzip, zipped", "gzip-twice, zipped", "identity, plain"})
    void repliesAreDecoded(String behaviour, String member) {
        assertThat(reply(call(behaviour)).json().at("/" + member).exists()).isTrue();
    }

    @Test
    void theCharsetOfAReplyIsHonoured() {
        assertThat(reply(call("latin1")).text()).isEqualTo("München");
    }

    @Test
    void aReplyWithoutABodyIsEmpty() {
        HttpReply reply = reply(HttpCall.post(server.base(), "empty").json("{\"mine\":1}"));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.bytes()).isEmpty();
    }

    @Test
    void aSerialisedObjectStaysBytes() {
        assertThat(reply(call("serialised")).bytes()).hasSize(4);
    }

    @Test
    void theHeadersOfTheCallAreNotThoseOfTheReply() {
        HttpReply reply = reply(call("ok").header("x-apikey", Secret.of("key", SECRET)));

        assertThat(reply.header("x-apikey")).isEmpty();
        assertThat(reply.header("content-type")).contains("application/json");
        assertThat(Stream.of("CamelHttpUri", "CamelHttpResponseCode").map(reply::header))
                .allMatch(Optional::isEmpty);
    }

    private static CamelHttpPort port(int connections) {
        return new CamelHttpPort(CAMEL, THREADS, connections, Clock.systemUTC());
    }

    private static HttpCall call(String behaviour) {
        return HttpCall.get(server.base(), behaviour, SECRET).query("key", Secret.of("key", SECRET));
    }

    private static CallLimits within(Duration time) {
        return CallLimits.of(Instant.now().plus(time), MEGABYTE);
    }

    private HttpReply reply(HttpCall call) {
        Answer answer = send(port, call, LONG);
        return answer.reply()
                .orElseThrow(() -> new AssertionError(answer.failure().orElseThrow()));
    }

    private static Answer send(CamelHttpPort port, HttpCall call, Duration deadline) {
        return sending(port, call, deadline).join();
    }

    private static CompletableFuture<Answer> sending(CamelHttpPort port, HttpCall call, Duration deadline) {
        return Answer.of(port, call, within(deadline));
    }

    /** A failure of that kind, no part of which tells the call's path or query. */
    private static void assertFailed(Answer answer, Kind kind) {
        HttpFailure failure = answer.failure().orElseThrow(() -> new AssertionError("a reply: " + answer.reply()));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));

        assertThat(failure.kind()).as(trace.toString()).isEqualTo(kind);
        assertThat(failure.getMessage()).isNotBlank();
        assertThat(trace.toString()).doesNotContain(SECRET);
    }

    private record Answer(Optional<HttpReply> reply, Optional<HttpFailure> failure, Duration took) {
        static CompletableFuture<Answer> of(CamelHttpPort port, HttpCall call, CallLimits limits) {
            long begun = System.nanoTime();
            return port.send("vendor", call, limits)
                    .handle((reply, failure) -> new Answer(
                            Optional.ofNullable(reply),
                            Optional.ofNullable(failure).map(Answer::unwrapped),
                            Duration.ofNanos(System.nanoTime() - begun)))
                    .toCompletableFuture();
        }

        private static HttpFailure unwrapped(Throwable failure) {
            Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            if (cause instanceof HttpFailure known) {
                return known;
            }
            throw new AssertionError("the port promises an HttpFailure", cause);
        }
    }
}
