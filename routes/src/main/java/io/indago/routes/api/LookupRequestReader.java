package io.indago.routes.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.indicator.IndicatorParser;
import io.indago.indicator.InvalidIndicatorException;
import io.indago.indicator.ParsedIndicator;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.api.Problem.FieldError;
import io.indago.routes.lookup.LookupRequest;
import io.indago.spi.IndicatorType;
import io.indago.spi.Pap;
import io.indago.spi.Tlp;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Reads a lookup from an HTTP request: the indicator from the path or the body, the rest from parameters. */
final class LookupRequestReader {
    /** The exchange property with the types an operation takes; unset where the type is detected. */
    static final String EXPECTED = "indago.expected";

    /** The exchange property that says whether only the plan is wanted, and nothing is to be looked up. */
    static final String PLAN_ONLY = "indago.plan-only";

    private final IndicatorParser parser;
    private final ObjectMapper json;
    private final DeadlineReader deadlines;

    LookupRequestReader(IndicatorParser parser, ObjectMapper json, DeadlineReader deadlines) {
        this.parser = parser;
        this.json = json;
        this.deadlines = deadlines;
    }

    /** Replaces the message by its {@link LookupRequest}. */
    void read(Exchange exchange) throws BadRequestException {
        Message message = exchange.getMessage();
        Asked asked =
                exchange.getProperty(EXPECTED) == null ? body(message) : new Asked(path(message), expected(exchange));
        Tlp tlp = parameter(message, "tlp", Tlp.AMBER, Tlp::ofLabel);
        Pap pap = parameter(message, "pap", Pap.AMBER, Pap::ofLabel);
        Duration patience = deadlines.patience(
                message.getHeader("deadline", String.class), message.getHeader("Prefer", String.class));
        exchange.setProperty(PLAN_ONLY, planOnly(message));
        AccountedRequest request = exchange.getProperty(AccountedRequest.PROPERTY, AccountedRequest.class);
        message.setBody(new LookupRequest(
                request.id(),
                request.caller().subject(),
                parse(asked),
                tlp,
                pap,
                request.beginning(),
                patience,
                fresh(message)));
    }

    /** {@code ?plan}, or with a value. What is neither true nor false is refused: a guess might look it up. */
    private static boolean planOnly(Message message) throws BadRequestException {
        String plan = message.getHeader("plan", "false", String.class).strip();
        if (!plan.isEmpty() && !plan.equalsIgnoreCase("true") && !plan.equalsIgnoreCase("false")) {
            throw BadRequestException.parameter("plan", "expected true, false or no value, not '" + plan + "'");
        }
        return !plan.equalsIgnoreCase("false");
    }

    /** {@code Cache-Control: no-cache}, as RFC 9111 means it: ask again. */
    private static boolean fresh(Message message) {
        String control = message.getHeader("Cache-Control", "", String.class);
        return Stream.of(control.split(",")).map(String::strip).anyMatch(each -> each.equalsIgnoreCase("no-cache"));
    }

    private record Asked(String value, Set<IndicatorType> expected) {}

    /** The value in the path; a network's slash parts it in two, unless it is percent-encoded. */
    private static String path(Message message) {
        String value = message.getHeader("value", String.class);
        String length = message.getHeader("length", String.class);
        return length == null ? value : value + "/" + length;
    }

    private static Set<IndicatorType> expected(Exchange exchange) {
        String types = exchange.getProperty(EXPECTED, String.class);
        EnumSet<IndicatorType> expected = EnumSet.noneOf(IndicatorType.class);
        for (String type : types.split(",")) {
            expected.add(IndicatorType.ofId(type));
        }
        return expected;
    }

    /** The body of a POST: JSON with {@code value} and perhaps {@code type}, or the bare value as text. */
    private Asked body(Message message) throws BadRequestException {
        String text = message.getBody(String.class);
        if (text == null || text.isBlank()) {
            throw BadRequestException.parameter("value", "the body is empty, expected {\"value\": \"…\"} or text");
        }
        String type = message.getHeader(Exchange.CONTENT_TYPE, "", String.class);
        if (type.startsWith("text/plain")) {
            return new Asked(text.strip(), Set.of());
        }
        JsonNode node;
        try {
            node = json.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw BadRequestException.parameter("value", "the body is not JSON, expected {\"value\": \"…\"}");
        }
        if (!node.path("value").isTextual()) {
            throw BadRequestException.parameter("value", "missing or not a text, expected {\"value\": \"…\"}");
        }
        return new Asked(node.path("value").textValue(), forced(node.path("type")));
    }

    private static Set<IndicatorType> forced(JsonNode type) throws BadRequestException {
        if (type.isMissingNode() || type.isNull()) {
            return Set.of();
        }
        try {
            return Set.of(IndicatorType.ofId(type.asText()));
        } catch (IllegalArgumentException unknown) {
            throw BadRequestException.parameter("type", unknown.getMessage());
        }
    }

    private ParsedIndicator parse(Asked asked) throws BadRequestException {
        try {
            return asked.expected().isEmpty()
                    ? parser.parse(asked.value())
                    : parser.parse(asked.value(), asked.expected());
        } catch (InvalidIndicatorException invalid) {
            throw new BadRequestException(
                    "invalid-indicator", invalid.getMessage(), List.of(new FieldError("value", invalid.code())));
        }
    }

    private static <T> T parameter(Message message, String name, T fallback, Function<String, T> reader)
            throws BadRequestException {
        String text = message.getHeader(name, String.class);
        if (text == null || text.isBlank()) {
            return fallback;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException unknown) {
            throw BadRequestException.parameter(name, unknown.getMessage());
        }
    }
}
