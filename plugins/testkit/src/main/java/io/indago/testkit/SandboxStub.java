package io.indago.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One of WireMock's stub mappings: which calls it answers, and with what. */
record SandboxStub(String name, int priority, JsonNode request, JsonNode response) {
    private static final int USUAL_PRIORITY = 5;
    private static final String ECHO = "{{{request.body}}}";
    private static final Set<String> OF_A_MAPPING = Set.of("name", "priority", "request", "response");
    private static final Set<String> OF_A_REQUEST =
            Set.of("method", "urlPath", "urlPathPattern", "queryParameters", "headers", "bodyPatterns");
    private static final Set<String> OF_A_RESPONSE =
            Set.of("status", "headers", "jsonBody", "body", "fixedDelayMilliseconds");

    /** @throws IllegalArgumentException when it has what is not known here */
    static SandboxStub of(JsonNode mapping) {
        SandboxStub stub = new SandboxStub(
                mapping.path("name").asText(),
                mapping.path("priority").asInt(USUAL_PRIORITY),
                mapping.path("request"),
                mapping.path("response"));
        List<String> unknown = Stream.of(
                        others(mapping, OF_A_MAPPING),
                        others(stub.request, OF_A_REQUEST),
                        others(stub.response, OF_A_RESPONSE),
                        stub.templates(),
                        values(stub.response.path("headers"))
                                .filter(header -> !header.isTextual())
                                .map(JsonNode::toString),
                        stub.patterns().filter(pattern -> !isKnown(pattern)).map(JsonNode::toString))
                .flatMap(found -> found)
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("not known of the stub '" + stub.name + "': " + unknown);
        }
        return stub;
    }

    boolean answers(HttpCall call) {
        URI uri = call.uri();
        String path = "/" + uri.getHost().toLowerCase(Locale.ROOT) + uri.getRawPath();
        return Set.of("ANY", call.method()).contains(request.path("method").asText("ANY"))
                && request.path("urlPath").asText(path).equals(path)
                && path.matches(request.path("urlPathPattern").asText(".*"))
                && request.path("queryParameters").properties().stream()
                        .allMatch(wanted -> accepts(wanted.getValue(), parameters(uri, wanted.getKey())))
                && request.path("headers").properties().stream()
                        .allMatch(wanted -> accepts(wanted.getValue(), headers(call, wanted.getKey())))
                && values(request.path("bodyPatterns"))
                        .allMatch(wanted -> accepts(wanted, call.body().stream().toList()));
    }

    HttpReply reply(HttpCall call) {
        Map<String, String> headers = response.path("headers").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().asText()));
        String body = response.has("jsonBody")
                ? response.path("jsonBody").toString()
                : response.path("body").asText().replace(ECHO, call.body().orElse(""));
        return Reply.of(response.path("status").asInt(200), headers, body);
    }

    Duration delay() {
        return Duration.ofMillis(response.path("fixedDelayMilliseconds").asLong());
    }

    /** The sandbox fills in every response that has one, be it asked to or not. */
    private Stream<String> templates() {
        boolean echo = response.path("body").asText().equals(ECHO);
        return !echo && response.toString().contains("{{") ? Stream.of("{{template}}") : Stream.empty();
    }

    private Stream<JsonNode> patterns() {
        return Stream.of("queryParameters", "headers", "bodyPatterns").flatMap(part -> values(request.path(part)));
    }

    private static Stream<String> others(JsonNode object, Set<String> known) {
        return object.properties().stream().map(Map.Entry::getKey).filter(name -> !known.contains(name));
    }

    private static boolean isKnown(JsonNode pattern) {
        return pattern.size() == 1
                && (pattern.path("absent").asBoolean()
                        || Stream.of("contains", "equalTo", "matches")
                                .anyMatch(operator -> pattern.path(operator).isTextual()));
    }

    private static boolean accepts(JsonNode pattern, List<String> found) {
        return pattern.has("absent")
                ? found.isEmpty()
                : found.stream()
                        .anyMatch(text -> text.contains(pattern.path("contains").asText(""))
                                && text.equals(pattern.path("equalTo").asText(text))
                                && text.matches(pattern.path("matches").asText("(?s).*")));
    }

    private static List<String> headers(HttpCall call, String name) {
        Stream<String> type = call.contentType().stream().filter(any -> name.equalsIgnoreCase("content-type"));
        Stream<String> others = call.headers().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue);
        return Stream.concat(type, others).toList();
    }

    private static List<String> parameters(URI uri, String name) {
        return Optional.ofNullable(uri.getRawQuery()).stream()
                .flatMap(query -> Stream.of(query.split("&")))
                .map(parameter -> (parameter + "=").split("=", -1))
                .filter(parameter -> decoded(parameter[0]).equals(name))
                .map(parameter -> decoded(parameter[1]))
                .toList();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Stream<JsonNode> values(JsonNode container) {
        return StreamSupport.stream(container.spliterator(), false);
    }
}
