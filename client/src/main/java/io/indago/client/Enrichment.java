package io.indago.client;

import static io.indago.client.ClientJson.orEmpty;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The hub's answer to a lookup: the document {@code indago.enrichment.v1}, whose version only ever gains members.
 * Everything in it that came from a provider, or from who asked, is hostile text.
 *
 * @param tookMs how long the hub worked
 * @param reports one for each provider the hub has, also those it did not ask
 * @param json the document as it was received
 */
public record Enrichment(
        String schema,
        String id,
        Subject indicator,
        String tlp,
        String pap,
        Instant startedAt,
        long deadlineMs,
        long tookMs,
        Verdict verdict,
        Facts facts,
        List<Report> reports,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {
    /** The schema this class mirrors. */
    public static final String SCHEMA = "indago.enrichment.v1";

    public Enrichment {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("expected schema " + SCHEMA + ", not " + schema);
        }
        requireNonNull(id, "id");
        requireNonNull(indicator, "indicator");
        requireNonNull(verdict, "verdict");
        reports = List.copyOf(reports);
        requireNonNull(json, "json");
    }

    /** The reports of providers that were asked and did not answer. */
    public List<Report> unanswered() {
        return reports.stream()
                .filter(report -> report.asked() && !report.answered())
                .toList();
    }

    /**
     * What was asked about.
     *
     * @param value canonical, as providers saw it
     * @param original what the caller sent
     * @param display the value with Unicode labels instead of A-labels
     * @param defanged safe to paste
     * @param candidates the types it might be, the chosen first
     * @param reserved why it is never sent to an external provider; empty when it may be
     * @param warnings what the caller should know about how it was read
     */
    public record Subject(
            String type,
            String value,
            Optional<String> original,
            String display,
            String defanged,
            List<String> candidates,
            Optional<String> reserved,
            List<Warning> warnings,
            List<Related> related) {
        public Subject {
            requireNonNull(type, "type");
            requireNonNull(value, "value");
            requireNonNull(defanged, "defanged");
            candidates = orEmpty(candidates);
            warnings = orEmpty(warnings);
            related = orEmpty(related);
        }
    }

    /** Something noticed when the indicator was read. */
    public record Warning(String code, String text) {}

    /** Another indicator connected with this one. */
    public record Related(String type, String value, String relation) {}

    /**
     * What all the opinions amount to.
     *
     * @param word {@code malicious}, {@code suspicious}, {@code benign}, {@code unknown} or {@code informational}
     * @param score 0 benign to 100 malicious; empty without an opinion
     * @param why every term and rule that made it, in sentences
     */
    public record Verdict(
            @JsonProperty("class") String word,
            Optional<Integer> score,
            Coverage coverage,
            List<String> why,
            List<Term> terms,
            String policyVersion) {
        public Verdict {
            requireNonNull(word, "class");
            requireNonNull(coverage, "coverage");
            why = orEmpty(why);
            terms = orEmpty(terms);
        }
    }

    /** How many providers were asked, and how many of them answered with a hit or no data. */
    public record Coverage(long answered, long asked) {}

    /** One weighed opinion. */
    public record Term(String provider, int score, int confidence, String reliability, long ageHours, double weight) {}

    /** What the hits say, the same fact from several providers once, with its sources. */
    public record Facts(
            List<Fact> tags,
            List<Fact> malwareFamilies,
            List<Fact> actors,
            List<Fact> techniques,
            List<Fact> countries,
            List<Fact> asns,
            List<Fact> asOwners,
            List<Fact> networks,
            List<RelatedFact> related,
            Optional<Instant> firstSeen,
            Optional<Instant> lastSeen) {
        public Facts {
            tags = orEmpty(tags);
            malwareFamilies = orEmpty(malwareFamilies);
            actors = orEmpty(actors);
            techniques = orEmpty(techniques);
            countries = orEmpty(countries);
            asns = orEmpty(asns);
            asOwners = orEmpty(asOwners);
            networks = orEmpty(networks);
            related = orEmpty(related);
        }
    }

    /** A fact and the ids of the providers that state it. */
    public record Fact(String value, List<String> sources) {}

    /** A related indicator and the ids of the providers that name it. */
    public record RelatedFact(String type, String value, String relation, List<String> sources) {}

    /**
     * What one provider said, or why it said nothing.
     *
     * @param status {@code hit}, {@code no_data}, {@code timeout} and so on; later hubs may know more
     * @param reason the finding of a hit, otherwise why there is none
     * @param error the kind of an error
     * @param asked whether it had its say, now or before
     * @param origin {@code provider}, {@code shared}, {@code cache} or {@code none}; empty from an older hub
     * @param sandbox whether the sandbox, or a recording, answered in its place
     * @param findings what a hit says
     */
    public record Report(
            String provider,
            String title,
            String status,
            String reason,
            Optional<String> error,
            Optional<Long> retryAfterSeconds,
            boolean asked,
            Optional<String> origin,
            boolean sandbox,
            Instant fetchedAt,
            long tookMs,
            int calls,
            long bytes,
            String reliability,
            Optional<Findings> findings) {
        public Report {
            requireNonNull(provider, "provider");
            requireNonNull(status, "status");
            requireNonNull(reason, "reason");
        }

        /** Whether the provider answered: it knows the indicator, or knows that it does not. */
        public boolean answered() {
            return status.equals("hit") || status.equals("no_data");
        }
    }

    /**
     * What a hit says.
     *
     * @param score empty when the provider has facts but no opinion
     */
    public record Findings(
            String verdict,
            Optional<Integer> score,
            Optional<Integer> confidence,
            List<Evidence> evidence,
            List<String> tags,
            List<String> malwareFamilies,
            List<String> actors,
            List<String> techniques,
            Optional<String> country,
            Optional<Long> asn,
            Optional<String> asOwner,
            Optional<String> network,
            List<Related> related,
            List<String> references,
            Optional<Instant> firstSeen,
            Optional<Instant> lastSeen) {
        public Findings {
            evidence = orEmpty(evidence);
            tags = orEmpty(tags);
            malwareFamilies = orEmpty(malwareFamilies);
            actors = orEmpty(actors);
            techniques = orEmpty(techniques);
            related = orEmpty(related);
            references = orEmpty(references);
        }
    }

    /** One piece of evidence. */
    public record Evidence(String code, String text, Optional<String> value, Optional<Instant> observedAt) {}
}
