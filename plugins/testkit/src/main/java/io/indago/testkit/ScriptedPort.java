package io.indago.testkit;

import io.indago.host.CallLimits;
import io.indago.host.HttpFailure;
import io.indago.host.HttpPort;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers calls from a script, at once and without a socket, and remembers them. */
final class ScriptedPort implements HttpPort {
    private final List<HttpCall> calls = new CopyOnWriteArrayList<>();
    private final List<CallLimits> limits = new CopyOnWriteArrayList<>();
    private final CountDownLatch called = new CountDownLatch(1);
    private volatile Function<HttpCall, CompletionStage<HttpReply>> script = call -> unanswered(call);

    void replying(Function<HttpCall, HttpReply> answers) {
        script = call -> CompletableFuture.completedStage(answers.apply(call));
    }

    /**
     * The first pattern that matches wins, and its replies come one after the other, the last for ever; a call that none
     * matches can't be made.
     */
    void replying(Map<String, List<HttpReply>> answers) {
        Map<String, AtomicInteger> made = new ConcurrentHashMap<>();
        script = call -> answers.entrySet().stream()
                .filter(answer -> matches(answer.getKey(), call))
                .findFirst()
                .<CompletionStage<HttpReply>>map(answer -> CompletableFuture.completedStage(
                        next(answer.getValue(), made.computeIfAbsent(answer.getKey(), any -> new AtomicInteger()))))
                .orElseGet(() -> unanswered(call));
    }

    void neverReplying() {
        script = call -> new CompletableFuture<>();
    }

    void unreachable() {
        script = call -> CompletableFuture.failedStage(
                new HttpFailure(HttpFailure.Kind.UNAVAILABLE, "no connection, says the test"));
    }

    List<HttpCall> calls() {
        return List.copyOf(calls);
    }

    /** The limits of each call. */
    List<CallLimits> limits() {
        return List.copyOf(limits);
    }

    /** Whether there is a call, at the latest after that time. */
    boolean isCalledWithin(Duration time) throws InterruptedException {
        return called.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public CompletionStage<HttpReply> send(String provider, HttpCall call, CallLimits limit) {
        calls.add(call);
        limits.add(limit);
        limit.attempt();
        called.countDown();
        return script.apply(call);
    }

    private static boolean matches(String pattern, HttpCall call) {
        String regex = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        String body = pattern.indexOf('\n') < 0 ? "" : "\n" + call.body().orElse("");
        return Pattern.matches("(?s)" + regex, call.method() + " " + call.uri() + body);
    }

    private static HttpReply next(List<HttpReply> replies, AtomicInteger made) {
        return replies.get(Math.min(made.getAndIncrement(), replies.size() - 1));
    }

    private static CompletionStage<HttpReply> unanswered(HttpCall call) {
        return CompletableFuture.failedStage(
                new HttpFailure(HttpFailure.Kind.UNAVAILABLE, "no reply is scripted for " + call));
    }
}
