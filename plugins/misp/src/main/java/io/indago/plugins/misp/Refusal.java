package io.indago.plugins.misp;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpReply;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * That MISP did not do what it was asked to: {@code {"name": …, "message": …, "url": …, "errors": …}}, where errors are a
 * text, or lists and objects of texts. It comes with 403 as a refused key does, with 404 where the event exists already,
 * and also with 200.
 */
final class Refusal {
    /** The statuses of a reply that may have one. */
    static final int[] STATUSES = {400, 403, 404, 405, 409};

    private static final int MOST_SHOWN = 3;

    private Refusal() {}

    /** Why the reply is one; empty when it is none. */
    static Optional<ProviderException> in(HttpReply reply) {
        if (reply.status() == 403 && reply.size() == 0) {
            return Optional.of(unauthorized(""));
        }
        JsonView body = reply.json();
        JsonView errors = body.at("/errors");
        boolean refused = errors.exists() && texts(errors).findAny().isPresent()
                || body.at("/saved").flag().equals(Optional.of(false));
        if (reply.status() == 403 && !refused) {
            return Optional.of(unauthorized(": " + body.textAt("/message", body.textAt("/name", "no reason given"))));
        }
        return refused || reply.status() != 200 ? Optional.of(of(reply.status(), body)) : Optional.empty();
    }

    /** That it did only a part of it. */
    static ProviderException partial(String message) {
        return ProviderException.of(ErrorKind.INVALID_INPUT, message);
    }

    private static ProviderException unauthorized(String said) {
        return ProviderException.of(
                ErrorKind.UNAUTHORIZED, "MISP refuses the key, or its role may not add and modify events" + said);
    }

    private static ProviderException of(int status, JsonView body) {
        List<String> said = Stream.concat(Stream.of(body.at("/message")), Stream.of(body.at("/errors")))
                .flatMap(Refusal::texts)
                .distinct()
                .limit(MOST_SHOWN)
                .toList();
        String stored = body.at("/Event/id").exists() ? " a part of event " + MispValue.word(body.at("/Event/id")) : "";
        return ProviderException.of(
                ErrorKind.INVALID_INPUT,
                "MISP refused" + (stored.isEmpty() ? " the event" : stored) + " (" + status + ")"
                        + (said.isEmpty() ? "" : said.stream().collect(Collectors.joining("; ", ": ", ""))));
    }

    private static Stream<String> texts(JsonView view) {
        return switch (view.kind()) {
            case TEXT -> view.text().stream().filter(text -> !text.isBlank());
            case ARRAY -> view.items().stream().flatMap(Refusal::texts);
            case OBJECT ->
                view.fields().entrySet().stream()
                        .flatMap(field -> texts(field.getValue()).map(text -> field.getKey() + ": " + text));
            case MISSING, NULL, NUMBER, BOOLEAN -> Stream.empty();
        };
    }
}
