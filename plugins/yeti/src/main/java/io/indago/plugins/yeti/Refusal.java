package io.indago.plugins.yeti;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpReply;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.util.Optional;

/** That YETI did not do what it was asked to: {@code {"detail": "…"}}, or {@code {"detail": [{"msg": …, "loc": […]}]}}. */
final class Refusal {
    /** The statuses of a reply that is one. */
    static final int[] STATUSES = {400, 404, 422};

    private Refusal() {}

    /** Why the reply is one; empty when it is none. */
    static Optional<ProviderException> in(HttpReply reply) {
        return reply.status() == 200 ? Optional.empty() : Optional.of(of(reply.status(), reply.json()));
    }

    private static ProviderException of(int status, JsonView body) {
        JsonView detail = body.at("/detail");
        String said = detail.text()
                .or(() -> detail.at("/0/msg").text())
                .map(": "::concat)
                .orElse("");
        return ProviderException.of(ErrorKind.INVALID_INPUT, "YETI refused it (" + status + ")" + said);
    }

    /** That it did only a part of it. */
    static ProviderException partial(String message) {
        return ProviderException.of(ErrorKind.INVALID_INPUT, message);
    }
}
