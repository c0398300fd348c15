package io.indago.plugins.nvd;

import static java.util.Objects.requireNonNull;

import io.indago.spi.ErrorKind;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Step;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Asks for the one record of a vulnerability. */
final class NvdProvider implements Provider {
    static final String HOST = "services.nvd.nist.gov";
    private static final String API = "https://" + HOST + "/rest/json/cves/2.0";
    /** Of the window in which calls are counted. */
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private static final String ANY_CVE = "CVE-1999-0095";

    private final Optional<Secret> apiKey;

    NvdProvider(Optional<Secret> apiKey) {
        this.apiKey = requireNonNull(apiKey, "apiKey");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        return Step.call(call(indicator.value()), reply -> Step.done(report(indicator.value(), reply)));
    }

    private static Report report(String cve, HttpReply reply) {
        refuse(reply);
        return reply.status() == 404
                ? Report.noData(
                        "NVD has no such CVE" + message(reply).map(": "::concat).orElse(""))
                : NvdReport.of(cve, reply.json());
    }

    /** With any vulnerability, which costs nothing but one call of those within half a minute. */
    @Override
    public Step<Health> health(LookupContext context) {
        return Step.call(call(ANY_CVE), reply -> {
            refuse(reply);
            return Step.done(
                    NvdReport.isAnswer(reply) ? Health.up() : Health.down("what answers there is no CVE API 2.0"));
        });
    }

    private HttpCall call(String cve) {
        HttpCall call = HttpCall.get(API).query("cveId", cve).seeing(403, 404);
        return apiKey.map(key -> call.header("apiKey", key)).orElse(call);
    }

    /** NVD says 403 to those who come too often, and 404 to a key it does not know. */
    private static void refuse(HttpReply reply) {
        if (reply.status() == 403) {
            throw ProviderException.quota("NVD's limit of calls within half a minute is reached (403)", WINDOW);
        }
        if (reply.status() == 404
                && message(reply).filter(NvdProvider::isAboutTheKey).isPresent()) {
            throw ProviderException.of(ErrorKind.UNAUTHORIZED, "NVD does not know the API key (404)");
        }
    }

    private static boolean isAboutTheKey(String message) {
        return message.toLowerCase(Locale.ROOT).contains("apikey");
    }

    /** What is wrong is in a header, {@code Invalid apiKey.}, and the body is empty. */
    private static Optional<String> message(HttpReply reply) {
        return reply.header("message").filter(text -> !text.isBlank());
    }
}
