package io.indago.routes.lookup;

import io.indago.spi.IndicatorType;
import io.indago.spi.Reliability;
import io.indago.spi.VerdictClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What all the opinions amount to, and every step of how. Computing it again from its own {@link #terms()} gives the
 * same verdict.
 *
 * @param score 0 to 100; empty while the verdict is unknown for lack of weighty opinions
 * @param terms every opinion with its weight, sorted by provider
 * @param why the terms and rules that made it, in sentences
 */
public record Verdict(
        VerdictClass verdict, OptionalInt score, List<Term> terms, List<String> why, String policyVersion) {
    private static final int SUSPICIOUS_CEILING = 69;
    private static final int MALICIOUS_FLOOR = 70;

    public Verdict {
        terms = List.copyOf(terms);
        why = List.copyOf(why);
    }

    /** An opinion and the weight it has. */
    public record Term(Opinion opinion, double weight) {}

    /**
     * Weighs the opinions.
     *
     * @param allowListed why the indicator is on an allow-list or a warning list; empty when it is on none
     */
    static Verdict of(List<Opinion> opinions, IndicatorType type, Optional<String> allowListed, VerdictPolicy policy) {
        List<Term> terms = opinions.stream()
                .sorted(Comparator.comparing(Opinion::provider))
                .map(opinion -> new Term(opinion, policy.weight(opinion, type)))
                .toList();
        List<String> why = new ArrayList<>();
        terms.forEach(term -> why.add(sentence(term)));
        double total = terms.stream().mapToDouble(Term::weight).sum();
        if (total == 0) {
            why.add(terms.isEmpty() ? "no provider has an opinion" : "no opinion carries weight");
            return new Verdict(VerdictClass.UNKNOWN, OptionalInt.empty(), terms, why, policy.version());
        }
        double mean = terms.stream()
                        .mapToDouble(term -> term.weight() * term.opinion().score())
                        .sum()
                / total;
        int score = (int) Math.round(mean);
        why.add("weighted mean of " + terms.size() + " opinion(s): " + score);
        score = trustedMalicious(terms, score, why);
        score = allowListed(allowListed, score, why);
        return new Verdict(verdict(terms, score, why), OptionalInt.of(score), terms, why, policy.version());
    }

    private static int trustedMalicious(List<Term> terms, int score, List<String> why) {
        Optional<Opinion> trusted = terms.stream()
                .filter(term -> term.weight() > 0)
                .map(Term::opinion)
                .filter(opinion -> opinion.reliability() == Reliability.A
                        && opinion.confidence() >= 80
                        && opinion.verdict() == VerdictClass.MALICIOUS)
                .findFirst();
        if (trusted.isEmpty() || score >= MALICIOUS_FLOOR) {
            return score;
        }
        why.add("override trusted-malicious: " + trusted.get().provider()
                + ", reliability A, says malicious with confidence "
                + trusted.get().confidence());
        return MALICIOUS_FLOOR;
    }

    private static int allowListed(Optional<String> allowListed, int score, List<String> why) {
        if (allowListed.isEmpty() || score <= SUSPICIOUS_CEILING) {
            return score;
        }
        why.add("override allow-list: " + allowListed.get() + "; at most suspicious");
        return SUSPICIOUS_CEILING;
    }

    private static VerdictClass verdict(List<Term> terms, int score, List<String> why) {
        VerdictClass band = VerdictClass.ofScore(score);
        List<VerdictClass> weighty = terms.stream()
                .filter(term -> term.weight() > 0)
                .map(term -> term.opinion().verdict())
                .toList();
        if (weighty.size() < 2 && !weighty.contains(VerdictClass.MALICIOUS)) {
            why.add("one opinion alone can't make it " + name(band) + ": unknown");
            return VerdictClass.UNKNOWN;
        }
        boolean someMalicious = terms.stream().anyMatch(term -> term.opinion().verdict() == VerdictClass.MALICIOUS);
        if (band == VerdictClass.BENIGN && (someMalicious || Collections.frequency(weighty, VerdictClass.BENIGN) < 2)) {
            why.add("benign needs two benign opinions and no malicious one: suspicious");
            return VerdictClass.SUSPICIOUS;
        }
        why.add("score " + score + ": " + name(band));
        return band;
    }

    private static String sentence(Term term) {
        Opinion opinion = term.opinion();
        return opinion.provider() + " says " + name(opinion.verdict()) + ": score " + opinion.score() + ", confidence "
                + opinion.confidence() + ", reliability " + opinion.reliability() + ", age " + opinion.ageHours()
                + " h, weight "
                + BigDecimal.valueOf(term.weight())
                        .setScale(6, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static String name(VerdictClass verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
