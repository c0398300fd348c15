package io.indago.plugins.opencti;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpReply;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What comes of an operation: {@code {"data": {…}}}, or, with 200 as well, {@code {"errors": [{"name": …, "message": …,
 * "extensions": {"code": …, "data": {"http_status": 401}}}], "data": null}}. With some errors there is some data, too: what
 * failed in part has failed.
 */
final class GraphQl {
    private static final Set<String> UNAUTHORISED =
            Set.of("AUTH_REQUIRED", "FORBIDDEN_ACCESS", "AUTH_FAILURE", "AUTH_ERROR", "UNAUTHENTICATED", "FORBIDDEN");
    private static final Set<String> MISUNDERSTOOD =
            Set.of("GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED", "BAD_USER_INPUT");
    private static final Set<String> UNAVAILABLE =
            Set.of("LOCK_ERROR", "DATABASE_ERROR", "ENGINE_ERROR", "CONFIGURATION_ERROR", "INTERNAL_SERVER_ERROR");

    private GraphQl() {}

    /**
     * The reply's data.
     *
     * @throws ProviderException when there are errors, or there is no data
     */
    static JsonView data(HttpReply reply) {
        JsonView body = reply.json();
        List<JsonView> errors = body.at("/errors").items();
        if (!errors.isEmpty()) {
            throw failure(errors.get(0));
        }
        if (reply.status() != 200 || body.at("/data").kind() != JsonView.Kind.OBJECT) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "OpenCTI's reply has no object at /data, nor errors");
        }
        return body.at("/data");
    }

    private static ProviderException failure(JsonView error) {
        List<String> names = Stream.of("/name", "/extensions/code")
                .flatMap(pointer -> error.at(pointer).text().stream())
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList();
        String said = error.textAt("/message", names.isEmpty() ? "no reason given" : names.get(0));
        long status = Stream.of("/extensions/data/http_status", "/data/http_status")
                .mapToLong(pointer -> error.integerAt(pointer, 0))
                .max()
                .orElse(0);
        if (isOneOf(UNAUTHORISED, names) || status == 401 || status == 403) {
            return ProviderException.of(
                    ErrorKind.UNAUTHORIZED, "OpenCTI refuses the token, or its user lacks a capability: " + said);
        }
        if (isOneOf(MISUNDERSTOOD, names)) {
            return ProviderException.of(
                    ErrorKind.INVALID_INPUT,
                    "OpenCTI does not understand what it is asked, is it older than 6? " + said);
        }
        if (isOneOf(UNAVAILABLE, names) || status >= 500) {
            return ProviderException.of(ErrorKind.UNAVAILABLE, "OpenCTI can't now: " + said);
        }
        return ProviderException.of(ErrorKind.INVALID_INPUT, "OpenCTI refuses it: " + said);
    }

    private static boolean isOneOf(Set<String> known, List<String> names) {
        return names.stream().anyMatch(known::contains);
    }

    /** The nodes of a connection, {@code {"edges": [{"node": …}]}}, or what is a plain list since OpenCTI 6. */
    static List<JsonView> nodes(JsonView connection) {
        return Stream.concat(
                        connection.items().stream(),
                        connection.at("/edges").items().stream().map(edge -> edge.at("/node")))
                .filter(node -> node.kind() == JsonView.Kind.OBJECT)
                .toList();
    }

    /** The text at that pointer of each, without blank ones. */
    static List<String> texts(List<JsonView> nodes, String pointer) {
        return nodes.stream()
                .flatMap(node -> text(node, pointer).stream())
                .distinct()
                .toList();
    }

    static Optional<String> text(JsonView view, String pointer) {
        return view.at(pointer).text().filter(text -> !text.isBlank());
    }
}
