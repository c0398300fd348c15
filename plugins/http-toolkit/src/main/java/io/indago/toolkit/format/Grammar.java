package io.indago.toolkit.format;

import static io.indago.toolkit.format.Field.may;
import static io.indago.toolkit.format.Field.must;

import io.indago.spi.Exposure;
import io.indago.spi.IndicatorType;
import io.indago.spi.Reliability;
import io.indago.spi.Setting;
import io.indago.spi.Tlp;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Version 1 of the format: the only list of its fields. */
public final class Grammar {
    static final Kind TEXT = new Kind.Text(".*\\S[\\s\\S]*", "a text");
    private static final Kind JQ = new Kind.Expression();
    private static final Kind SPAN = new Kind.Text(Span.PATTERN, "a span of time: 500ms, 10s, 5m, 1h or 30d");
    private static final Kind FLAG = new Kind.Flag();
    private static final Kind SCALAR = new Kind.Scalar();
    private static final Kind HOST = new Kind.Text(
            "[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_])?|\\[[0-9a-f:.]+\\]",
            "a host's name in lower case, without scheme, port and path");
    private static final Kind URL =
            new Kind.Text("https?://[^\\s?#{}]+", "an absolute https URL without query and placeholders");
    private static final Kind PATH =
            new Kind.Text("/[^?#]*", "a path that begins with a slash, without query: that goes to query");
    private static final Kind TEMPLATES = new Kind.Named(".+", "a name", SCALAR);
    private static final Kind TYPE = new Kind.Choice(
            Arrays.stream(IndicatorType.values()).map(IndicatorType::id).toList());
    private static final Kind TYPES = new Kind.Several(TYPE);
    private static final Kind ENDING =
            new Kind.Choice(List.of("no_data", "unauthorised", "rate_limited", "unavailable", "bad_reply"));

    private static final Shape RELIABILITY = Shape.of(
            "reliability",
            must("grade", new Kind.Choice(names(Reliability.values())), "After the Admiralty scale; F has no weight."),
            must("why", TEXT, "Why it has that grade, in a sentence."));

    private static final Shape QUOTA = Shape.of(
            "quota",
            must("calls", new Kind.Whole(1, Integer.MAX_VALUE), "How many calls fit into the window."),
            must("per", SPAN, "How long the window is."));

    private static final Shape SETTING = Shape.of(
            "setting",
            must("type", new Kind.Choice(words(Setting.Type.values())), "What it is; nobody sees a secret."),
            must("help", TEXT, "For the operator: what it is and where to get it."),
            may("required", FLAG, "Without it the provider is not asked."),
            may("default", SCALAR, "Its value where the operator gives none."),
            may("oneOf", new Kind.Several(SCALAR), "The only values allowed."),
            may("pattern", TEXT, "A regular expression the whole value has to match."));

    private static final List<Field> PLACE = List.of(
            may("path", PATH, "Appended to the url; placeholders are encoded as part of a segment."),
            may("query", TEMPLATES, "Query parameters. One whose placeholder has no value is left out."),
            may("headers", TEMPLATES, "Headers. One whose placeholder has no value is left out."),
            may("form", TEMPLATES, "A form as the body."),
            may("json", new Kind.Anything(), "JSON as the body; placeholders may be in its texts."));

    private static final Field METHOD = may("method", new Kind.Choice(List.of("GET", "POST")), "GET unless said.");
    private static final Field ADDRESS = must("url", URL, "Where it is; its host is one of the provider's.");

    private static final Shape VARIANT = shape(
            "variant",
            List.of(
                    List.of(
                            must("types", TYPES, "The types that are asked about in this way."),
                            METHOD,
                            may("url", URL, "Instead of the request's.")),
                    PLACE));

    private static final Shape REQUEST = shape(
            "request",
            List.of(
                    List.of(METHOD, ADDRESS),
                    PLACE,
                    List.of(may(
                            "variants",
                            new Kind.Several(VARIANT),
                            "Other ways to ask about some types; what one has replaces the request's."))));

    private static final Shape AUTH = Shape.of(
            "auth",
            must(
                    "kind",
                    new Kind.Choice(List.of("header", "bearer", "basic", "query", "form")),
                    "Where the secret goes."),
            must("secret", TEXT, "The secret setting it comes from; without a value nothing is sent."),
            may("name", TEXT, "The header's, parameter's or form field's name; not for bearer and basic."),
            may("prefix", TEXT, "What comes before the secret in a header, with its space."),
            may("user", TEXT, "The text setting with the user's name, for basic."));

    private static final Shape OUTCOME = Shape.of(
            "outcome",
            must("when", JQ, "A condition on the reply."),
            must("is", ENDING, "What it means; bad_reply for what the provider should not say."),
            must("because", TEXT, "Why, for a person."));

    private static final Shape PAGING = Shape.of(
            "paging",
            must(
                    "next",
                    JQ,
                    "On each page: what leads to the next, as {next} in the request; null when it is the last."),
            may("link", FLAG, "Whether next is the whole URL of the next page."),
            must("most", new Kind.Whole(2, 10), "How many pages are read at most."));

    private static final Shape POLL_REQUEST = shape("pollRequest", List.of(List.of(METHOD, ADDRESS), PLACE));

    private static final Shape POLLING = Shape.of(
            "polling",
            must(
                    "take",
                    new Kind.Named("[a-z][a-zA-Z0-9]*", "a name like jobId", JQ),
                    "What to take from the first reply, for placeholders."),
            must("request", POLL_REQUEST, "What asks for the result."),
            must("until", JQ, "A condition on its reply: the result is there."),
            must("every", SPAN, "How long to wait before each poll, the first included."));

    private static final Shape HEALTH = shape(
            "health",
            List.of(
                    List.of(METHOD, ADDRESS),
                    PLACE,
                    List.of(may("up", JQ, "A condition on the reply; without it the status is enough."))));

    private static final Shape EVIDENCE = Shape.of(
            "evidence",
            must(
                    "code",
                    new Kind.Text("[a-z0-9]+(-[a-z0-9]+)*", "lower-case words with hyphens"),
                    "For machines; stable."),
            may("text", JQ, "A sentence for a person; null where there is no such evidence."),
            may("value", JQ, "The value itself, beside the text."),
            may("at", JQ, "When the provider saw it."),
            may("listing", TEXT, "What comes before the values, instead of a text."),
            may("values", JQ, "Texts or numbers to list after it."));

    private static final Shape RELATED = Shape.of(
            "related",
            must("type", TYPE, "What they are."),
            must("relation", new Kind.Text("[a-z0-9]+(-[a-z0-9]+)*", "lower-case words with hyphens"), "How."),
            must("values", JQ, "The other indicators."));

    private static final Shape REPORT = Shape.of(
            "report",
            must("summary", JQ, "The finding in a short sentence."),
            may("score", JQ, "0 benign to 100 malicious; null without an opinion."),
            may("confidence", JQ, "How sure it is of the score, 0 to 100."),
            may("evidence", new Kind.Several(EVIDENCE), "What supports it, the strongest first."),
            may("tags", JQ, "Texts."),
            may("families", JQ, "Malware families."),
            may("actors", JQ, "Threat actors."),
            may("techniques", JQ, "ATT&CK ids, T1566.001."),
            may("related", new Kind.Several(RELATED), "Other indicators."),
            may("references", JQ, "Pages about it on the provider's own site."),
            may("country", JQ, "ISO 3166-1 alpha-2."),
            may("asn", JQ, "A number, or a text as AS64500 Example."),
            may("asOwner", JQ, "A text."),
            may("network", JQ, "In CIDR notation."),
            may("firstSeen", JQ, "A time as text, or seconds since 1970."),
            may("lastSeen", JQ, "A time as text, or seconds since 1970."));

    /** The whole descriptor. */
    public static final Shape DESCRIPTOR = Shape.of(
            "descriptor",
            must("indago", new Kind.Whole(1, 1), "The format's version."),
            must(
                    "id",
                    new Kind.Text("[a-z0-9-]{1,40}", "up to 40 lower-case letters, digits and hyphens"),
                    "Never changes."),
            must("title", TEXT, "The provider's own name."),
            may("homepage", URL, "Where people read about it."),
            must("types", TYPES, "What it can be asked about."),
            may("hosts", new Kind.Several(HOST), "Where its calls may go; those of its URLs unless said."),
            may(
                    "exposure",
                    new Kind.Choice(words(Exposure.values())),
                    "What asking reveals, to whom; vendor unless said."),
            may("maxTlp", new Kind.Choice(words(Tlp.values())), "The strictest TLP it may see; amber unless said."),
            may("internal", FLAG, "It is inside the organisation: http, any port, reserved addresses."),
            may("unmanaged", FLAG, "Its reader does more than describe calls."),
            may("reliability", RELIABILITY, "How far it is trusted."),
            may("quotas", new Kind.Several(QUOTA), "How many calls its smallest plan allows."),
            may("freshFor", SPAN, "The longest an answer may be used again; 1d unless said, 0s for never."),
            may(
                    "config",
                    new Kind.Named("[a-z0-9]+(-[a-z0-9]+)*", "lower-case words with hyphens", SETTING),
                    "Its settings."),
            may("functions", JQ, "Definitions in jq that every expression may use."),
            may(
                    "let",
                    new Kind.Named("[a-z][a-zA-Z0-9]*", "a name like number", JQ),
                    "Values made of $value and $type, for placeholders and as variables."),
            must("request", REQUEST, "How to ask."),
            may("auth", new Kind.Several(AUTH), "How it knows who asks."),
            may(
                    "status",
                    new Kind.Named(
                            "20[1-9]|2[1-9][0-9]|[345][0-9][0-9]",
                            "an HTTP status of 201 to 599",
                            new Kind.Choice(List.of(
                                    "read", "no_data", "unauthorised", "rate_limited", "unavailable", "bad_reply"))),
                    "What statuses mean where the usual reading is wrong."),
            may(
                    "reply",
                    new Kind.Choice(List.of("json", "lines", "ndjson", "text")),
                    "What the body is; json unless said."),
            may("outcomes", new Kind.Several(OUTCOME), "Replies that are no hit; the first whose condition holds."),
            may("expect", JQ, "What must be true of every other reply; else it is a bad one."),
            may("paging", PAGING, "Where one reply is not all; the report then reads the list of pages."),
            may("polling", POLLING, "Where the result comes later."),
            may("health", HEALTH, "How to find out that all is well, at no cost."),
            may("report", REPORT, "What a reply says, each an expression in jq."),
            may(
                    "read",
                    new Kind.Text("[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*)+", "a class's whole name"),
                    "A ReplyReader of the same jar that reads the reply instead of report."));

    private Grammar() {}

    private static Shape shape(String name, List<List<Field>> parts) {
        return new Shape(name, parts.stream().flatMap(List::stream).toList());
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> words(Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
