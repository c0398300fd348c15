package io.indago.routes.connector;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.indago.indicator.Defang;
import io.indago.spi.Enrichment;
import io.indago.spi.Finding;
import io.indago.spi.Report;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Puts an enrichment into a Camel message: its body, a subject for mail, a name for files, and a method for web hooks. */
interface EndpointMessage {

    /** Writes the body, and says what it is. */
    void writeBody(Enrichment enrichment, Message message);

    /** The whole message. */
    default void write(Enrichment enrichment, Message message) {
        writeBody(enrichment, message);
        message.setHeader("subject", subject(enrichment));
        message.setHeader("indago-id", enrichment.id());
        // Else a URI with parameters would be got, without the body; its option httpMethod still goes first
        message.setHeader(Exchange.HTTP_METHOD, "POST");
    }

    /** That of one of the setting's words. */
    static EndpointMessage of(String body, RecordsUnderWay records) {
        return switch (body) {
            case "text" ->
                (enrichment, message) ->
                        body(message, text(enrichment), "text/plain; charset=utf-8", "txt", enrichment);
            case "chat" ->
                (enrichment, message) -> body(
                        message,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("text", text(enrichment))
                                .toString(),
                        "application/json",
                        "json",
                        enrichment);
            default ->
                (enrichment, message) -> body(
                        message, records.find(enrichment.id()).orElseThrow(), "application/json", "json", enrichment);
        };
    }

    private static void body(Message message, Object body, String type, String suffix, Enrichment enrichment) {
        message.setBody(body);
        message.setHeader(Exchange.CONTENT_TYPE, type);
        message.setHeader(Exchange.FILE_NAME, enrichment.id() + "." + suffix);
    }

    /** {@code Indago: malicious ipv4 203[.]0[.]114[.]9, score 90}. */
    private static String subject(Enrichment enrichment) {
        return "Indago: " + word(enrichment.verdict()) + " "
                + enrichment.indicator().type().id() + " "
                + Defang.defang(
                        enrichment.indicator().type(), enrichment.indicator().value())
                + (enrichment.score().isPresent()
                        ? ", score " + enrichment.score().getAsInt()
                        : "");
    }

    private static String text(Enrichment enrichment) {
        List<String> lines = new ArrayList<>();
        lines.add(subject(enrichment));
        lines.add("TLP:" + enrichment.tlp().label() + " PAP:" + enrichment.pap());
        lines.add("");
        enrichment.why().forEach(reason -> lines.add("- " + reason));
        lines.add("");
        for (Finding finding : enrichment.findings()) {
            finding.report()
                    .ifPresent(report -> lines.add(finding.provider() + ": " + report.summary() + page(report)));
        }
        lines.add("");
        lines.add(enrichment.finishedAt() + " " + enrichment.id());
        return String.join("\n", lines) + "\n";
    }

    private static String page(Report report) {
        Optional<URI> page = report.references().stream().findFirst();
        return page.map(uri -> " (" + uri + ")").orElse("");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
