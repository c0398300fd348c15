package io.indago.plugins.screenshotapi;

import io.indago.spi.Evidence;
import io.indago.spi.HttpReply;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import java.net.URI;
import java.util.Optional;

/** Reads {@code {"screenshot": "https://…", "created_at": …, "ttl": …}}. The token that comes along is left alone. */
final class Screenshot {
    private Screenshot() {}

    /** @throws ProviderException when there is no picture */
    static Report of(HttpReply reply) {
        if (reply.status() != 200) {
            throw ScreenshotError.of(reply);
        }
        JsonView body = reply.json();
        URI picture =
                body.at("/screenshot").text().flatMap(Screenshot::link).orElseThrow(() -> ScreenshotError.of(reply));
        String until = text(body, "/ttl").map(time -> ", until " + time).orElse("");
        Evidence evidence = Evidence.of("screenshot", "a picture of the page: " + picture + until)
                .value(picture.toString());
        Optional<String> taken = text(body, "/created_at");
        Report.Builder report = Report.hit("a picture of the page was taken")
                .evidence(taken.map(evidence::observedAt).orElse(evidence))
                .reference(picture);
        taken.ifPresent(report::lastSeen);
        return report.build();
    }

    private static Optional<URI> link(String text) {
        try {
            URI link = URI.create(text);
            return Optional.of(link).filter(it -> "https".equals(it.getScheme()) && it.getHost() != null);
        } catch (IllegalArgumentException notALink) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonView body, String pointer) {
        return body.at(pointer).text().filter(text -> !text.isBlank());
    }
}
