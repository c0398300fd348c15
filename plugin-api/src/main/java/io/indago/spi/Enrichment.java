package io.indago.spi;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/**
 * The answer of a lookup, as a {@link Connector} is told it.
 *
 * @since 1.1
 */
public final class Enrichment {
    private final String id;
    private final Indicator indicator;
    private final VerdictClass verdict;
    private final OptionalInt score;
    private final int confidence;
    private final List<String> why;
    private final Tlp tlp;
    private final Pap pap;
    private final Instant finishedAt;
    private final List<Finding> findings;

    private Enrichment(Builder builder) {
        id = builder.id;
        indicator = builder.indicator;
        verdict = builder.verdict;
        score = builder.score;
        confidence = builder.confidence;
        why = List.copyOf(builder.why);
        tlp = builder.tlp;
        pap = builder.pap;
        finishedAt = builder.finishedAt;
        findings = List.copyOf(builder.findings);
    }

    /**
     * Starts an enrichment. Only the hub and tests do.
     *
     * @param id the lookup's, a UUID: the same for every push of this answer
     * @param finishedAt when the answer was complete
     */
    public static Builder builder(String id, Indicator indicator, Instant finishedAt) {
        return new Builder(id, indicator, finishedAt);
    }

    /** The lookup's id, a UUID: the same for every push of this answer. */
    public String id() {
        return id;
    }

    /** What was asked about. */
    public Indicator indicator() {
        return indicator;
    }

    /** The aggregate over all findings. */
    public VerdictClass verdict() {
        return verdict;
    }

    /** 0 benign to 100 malicious; empty without an opinion. */
    public OptionalInt score() {
        return score;
    }

    /** How sure the verdict is, 0 to 100. */
    public int confidence() {
        return confidence;
    }

    /** What the verdict rests on, a sentence each. */
    public List<String> why() {
        return why;
    }

    /** With whom it may be shared: mark it so. */
    public Tlp tlp() {
        return tlp;
    }

    /** What may be done with the indicator: mark it so. */
    public Pap pap() {
        return pap;
    }

    /** When the answer was complete. */
    public Instant finishedAt() {
        return finishedAt;
    }

    /** One per provider of the plan, those that said nothing too, sorted by id. */
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public String toString() {
        return "Enrichment[" + indicator + " " + verdict + "]";
    }

    /**
     * Collects an enrichment; not for several threads.
     *
     * @since 1.1
     */
    public static final class Builder {
        private final String id;
        private final Indicator indicator;
        private final Instant finishedAt;
        private VerdictClass verdict = VerdictClass.UNKNOWN;
        private OptionalInt score = OptionalInt.empty();
        private int confidence;
        private final List<String> why = new ArrayList<>();
        private Tlp tlp = Tlp.AMBER;
        private Pap pap = Pap.AMBER;
        private final List<Finding> findings = new ArrayList<>();

        private Builder(String id, Indicator indicator, Instant finishedAt) {
            this.id = requireNonNull(id, "id");
            this.indicator = requireNonNull(indicator, "indicator");
            this.finishedAt = requireNonNull(finishedAt, "finishedAt");
        }

        /** The verdict; unknown unless said. */
        public Builder verdict(VerdictClass aggregate) {
            verdict = requireNonNull(aggregate, "verdict");
            return this;
        }

        /** The verdict's score and how sure it is, 0 to 100 each. */
        public Builder score(int points, int sureness) {
            score = OptionalInt.of(points);
            confidence = sureness;
            return this;
        }

        /** What the verdict rests on. */
        public Builder why(Collection<String> sentences) {
            why.addAll(sentences);
            return this;
        }

        /** The lookup's TLP and PAP; AMBER unless said. */
        public Builder marking(Tlp sharing, Pap actions) {
            tlp = requireNonNull(sharing, "tlp");
            pap = requireNonNull(actions, "pap");
            return this;
        }

        /** What a provider said, or why it said nothing. */
        public Builder finding(Finding finding) {
            findings.add(requireNonNull(finding, "finding"));
            return this;
        }

        /** The enrichment. */
        public Enrichment build() {
            return new Enrichment(this);
        }
    }
}
