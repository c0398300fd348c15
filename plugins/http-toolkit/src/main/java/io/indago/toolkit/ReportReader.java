package io.indago.toolkit;

import io.indago.toolkit.format.Fields;
import io.indago.toolkit.jq.Jq;
import io.indago.toolkit.jq.JqCompiler;
import io.indago.toolkit.report.BodyFormat;
import io.indago.toolkit.report.EvidenceMapping;
import io.indago.toolkit.report.Meaning;
import io.indago.toolkit.report.OutcomeRule;
import io.indago.toolkit.report.RelatedMapping;
import io.indago.toolkit.report.ReplyRules;
import io.indago.toolkit.report.ReportMapping;
import io.indago.toolkit.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how replies are read. */
final class ReportReader {
    private static final List<String> PLAIN = List.of(
            "score",
            "confidence",
            "tags",
            "families",
            "actors",
            "techniques",
            "references",
            "country",
            "asn",
            "asOwner",
            "network",
            "firstSeen",
            "lastSeen");

    private final JqCompiler compiler;

    ReportReader(JqCompiler compiler) {
        this.compiler = compiler;
    }

    Optional<Jq> jq(Fields fields, String name) {
        return fields.scalar(name).flatMap(compiler::compile);
    }

    /** Expressions by names of the author's own. */
    Map<String, Jq> named(Fields fields, String name) {
        Map<String, Jq> named = new LinkedHashMap<>();
        fields.named(name).forEach((key, value) -> compiler.compile(value).ifPresent(jq -> named.put(key, jq)));
        return named;
    }

    ReplyRules rules(Fields descriptor) {
        Map<Integer, Meaning> statuses = new LinkedHashMap<>();
        descriptor.named("status").forEach((code, meaning) -> {
            if (code.matches("[2-5][0-9][0-9]")) {
                meaning(meaning).ifPresent(known -> statuses.put(Integer.parseInt(code), known));
            }
        });
        List<OutcomeRule> outcomes = new ArrayList<>();
        for (Fields outcome : descriptor.several("outcomes")) {
            Optional<Jq> when = jq(outcome, "when");
            Optional<Meaning> meaning = outcome.scalar("is").flatMap(ReportReader::meaning);
            if (when.isPresent() && meaning.isPresent()) {
                outcomes.add(new OutcomeRule(
                        when.get(), meaning.get(), outcome.text("because").orElse("")));
            }
        }
        return new ReplyRules(
                descriptor.text("title").orElse(""),
                statuses,
                descriptor
                        .text("reply")
                        .filter(word ->
                                List.of("json", "lines", "ndjson", "text").contains(word))
                        .map(BodyFormat::ofWord)
                        .orElse(BodyFormat.JSON),
                outcomes,
                jq(descriptor, "expect"));
    }

    private static Optional<Meaning> meaning(YamlScalar word) {
        return List.of(Meaning.values()).stream()
                .filter(known -> known.word().equals(word.text()))
                .findFirst();
    }

    Optional<ReportMapping> mapping(Fields report) {
        Optional<Jq> summary = jq(report, "summary");
        Map<String, Jq> fields = new LinkedHashMap<>();
        PLAIN.forEach(name -> jq(report, name).ifPresent(jq -> fields.put(name, jq)));
        if (report.node("score").isPresent() != report.node("confidence").isPresent()) {
            report.problem(
                    report.node("score").isPresent() ? "confidence" : "score",
                    "is missing: a score and its confidence go together");
        }
        List<EvidenceMapping> evidence =
                report.several("evidence").stream().map(this::evidence).toList();
        List<RelatedMapping> related = report.several("related").stream()
                .flatMap(each -> related(each).stream())
                .toList();
        return summary.map(sentence -> new ReportMapping(sentence, fields, evidence, related));
    }

    private EvidenceMapping evidence(Fields evidence) {
        boolean listing = evidence.node("values").isPresent();
        boolean sentence = evidence.node("text").isPresent();
        if (listing == sentence) {
            evidence.problem(
                    sentence ? "values" : "text",
                    listing ? "are beside a text: it is one or the other" : "is missing: give it a text, or values");
        }
        if (listing != evidence.node("listing").isPresent()) {
            evidence.problem(
                    "listing", listing ? "is missing: say what comes before the values" : "is without values to list");
        }
        for (String name : List.of("value", "at")) {
            if (listing && evidence.node(name).isPresent()) {
                evidence.problem(name, "goes with a text, not with values");
            }
        }
        return new EvidenceMapping(
                evidence.text("code").orElse(""),
                jq(evidence, "text"),
                jq(evidence, "value"),
                jq(evidence, "at"),
                evidence.text("listing").orElse(""),
                jq(evidence, "values"));
    }

    private Optional<RelatedMapping> related(Fields related) {
        Optional<Jq> values = jq(related, "values");
        return related.text("type")
                .flatMap(SpecReader::type)
                .flatMap(type -> values.map(
                        jq -> new RelatedMapping(type, related.text("relation").orElse(""), jq)));
    }
}
