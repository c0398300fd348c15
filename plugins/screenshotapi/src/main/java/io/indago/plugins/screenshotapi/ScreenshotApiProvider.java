package io.indago.plugins.screenshotapi;

import static java.util.Objects.requireNonNull;

import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Step;

/**
 * Has a picture taken and answers with its link; the picture itself is not fetched. There is no health check: the only
 * call there is takes a picture, and is counted.
 */
final class ScreenshotApiProvider implements Provider {
    static final String HOST = "shot.screenshotapi.net";

    private final String path;
    private final Secret token;

    ScreenshotApiProvider(String path, Secret token) {
        this.path = requireNonNull(path, "path");
        this.token = requireNonNull(token, "token");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        HttpCall call = HttpCall.get("https://" + HOST + path)
                .query("token", token)
                .query("url", indicator.value())
                .query("output", "json")
                .query("file_type", "png")
                .query("fresh", "true")
                .query("wait_for_event", "load")
                .seeing(ScreenshotError.statuses());
        return Step.call(call, reply -> Step.done(Screenshot.of(reply)));
    }
}
