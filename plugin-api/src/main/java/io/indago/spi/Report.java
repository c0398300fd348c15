package io.indago.spi;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a provider said: that it knows the indicator and what, or that it does not know it. Failures are
 * {@link ProviderException}s, not reports.
 *
 * <p>Much of what providers say was written by strangers, who may be attackers. So each text is kept to one line of at
 * most 500 characters, without control and direction characters; each list is without blank texts and repetitions and
 * ends after 100; and what can't be what it should be is left out.
 *
 * @since 1.0
 */
public final class Report {
    private static final int MAX_LISTED = 100;

    private final boolean hit;
    private final String summary;
    private final OptionalInt score;
    private final int confidence;
    private final List<Evidence> evidence;
    private final List<String> tags;
    private final List<String> malwareFamilies;
    private final List<String> actors;
    private final List<String> techniques;
    private final List<Related> related;
    private final List<URI> references;
    private final Optional<String> country;
    private final OptionalLong asn;
    private final Optional<String> asOwner;
    private final Optional<String> network;
    private final Optional<Instant> firstSeen;
    private final Optional<Instant> lastSeen;

    private Report(boolean hit, Builder builder) {
        this.hit = hit;
        summary = PlainText.of(builder.summary);
        score = builder.score;
        confidence = builder.confidence;
        evidence = first(builder.evidence);
        tags = PlainText.names(MAX_LISTED, builder.tags);
        malwareFamilies = PlainText.names(MAX_LISTED, builder.malwareFamilies);
        actors = PlainText.names(MAX_LISTED, builder.actors);
        techniques = PlainText.names(MAX_LISTED, builder.techniques);
        related = first(builder.related);
        references = first(builder.references);
        country = builder.country;
        asn = builder.asn;
        asOwner = builder.asOwner;
        network = builder.network;
        firstSeen = builder.firstSeen;
        lastSeen = builder.lastSeen;
    }

    private static <T> List<T> first(List<T> values) {
        return List.copyOf(values.subList(0, Math.min(values.size(), MAX_LISTED)));
    }

    /**
     * Starts the report of a provider that knows the indicator.
     *
     * @param summary the finding in a short sentence for a person: {@code 12 of 90 engines detect it}
     */
    public static Builder hit(String summary) {
        return new Builder(summary);
    }

    /**
     * The provider does not know the indicator: neither an error nor a sign that it is harmless.
     *
     * @param reason for a person: {@code VirusTotal has never seen it}
     */
    public static Report noData(String reason) {
        return new Report(false, new Builder(reason));
    }

    /** Whether the provider knows the indicator. */
    public boolean isHit() {
        return hit;
    }

    /** The finding, or why there is none, in a short sentence. */
    public String summary() {
        return summary;
    }

    /** The opinion, 0 benign to 100 malicious; empty when the provider has facts but no opinion. */
    public OptionalInt score() {
        return score;
    }

    /** How sure the provider is of its {@link #score()}, 0 to 100; 0 without one. */
    public int confidence() {
        return confidence;
    }

    /** The opinion's class: {@code INFORMATIONAL} for a hit without an opinion, {@code UNKNOWN} without a hit. */
    public VerdictClass verdict() {
        if (!hit) {
            return VerdictClass.UNKNOWN;
        }
        return score.isPresent() ? VerdictClass.ofScore(score.getAsInt()) : VerdictClass.INFORMATIONAL;
    }

    public List<Evidence> evidence() {
        return evidence;
    }

    public List<String> tags() {
        return tags;
    }

    public List<String> malwareFamilies() {
        return malwareFamilies;
    }

    public List<String> actors() {
        return actors;
    }

    /** MITRE ATT&CK ids: {@code T1566.001}. */
    public List<String> techniques() {
        return techniques;
    }

    public List<Related> related() {
        return related;
    }

    /** Pages about the indicator on the provider's own site. */
    public List<URI> references() {
        return references;
    }

    /** ISO 3166-1 alpha-2, upper case. */
    public Optional<String> country() {
        return country;
    }

    /** The autonomous system's number. */
    public OptionalLong asn() {
        return asn;
    }

    public Optional<String> asOwner() {
        return asOwner;
    }

    /** The announced network, in CIDR notation. */
    public Optional<String> network() {
        return network;
    }

    public Optional<Instant> firstSeen() {
        return firstSeen;
    }

    public Optional<Instant> lastSeen() {
        return lastSeen;
    }

    /**
     * Collects a hit; not for several threads. What is never set is absent.
     *
     * @since 1.0
     */
    public static final class Builder {
        private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
        private static final Pattern ASN = Pattern.compile("(?s)(?:AS)?(?<number>[1-9]\\d{0,9})(?<owner>|\\s.*)");

        private final String summary;
        private OptionalInt score = OptionalInt.empty();
        private int confidence;
        private final List<Evidence> evidence = new ArrayList<>();
        private final List<String> tags = new ArrayList<>();
        private final List<String> malwareFamilies = new ArrayList<>();
        private final List<String> actors = new ArrayList<>();
        private final List<String> techniques = new ArrayList<>();
        private final List<Related> related = new ArrayList<>();
        private final List<URI> references = new ArrayList<>();
        private Optional<String> country = Optional.empty();
        private OptionalLong asn = OptionalLong.empty();
        private Optional<String> asOwner = Optional.empty();
        private Optional<String> network = Optional.empty();
        private Optional<Instant> firstSeen = Optional.empty();
        private Optional<Instant> lastSeen = Optional.empty();

        private Builder(String summary) {
            this.summary = requireNonNull(summary, "summary");
        }

        /**
         * The provider's opinion.
         *
         * @param score 0 benign to 100 malicious
         * @param confidence how sure it is, 0 to 100
         * @throws IllegalArgumentException when one is outside 0 to 100
         */
        public Builder opinion(int score, int confidence) {
            this.score = OptionalInt.of(percent("score", score));
            this.confidence = percent("confidence", confidence);
            return this;
        }

        public Builder evidence(Evidence piece) {
            evidence.add(requireNonNull(piece, "evidence"));
            return this;
        }

        public Builder tags(Collection<String> all) {
            tags.addAll(all);
            return this;
        }

        public Builder malwareFamilies(Collection<String> all) {
            malwareFamilies.addAll(all);
            return this;
        }

        public Builder actors(Collection<String> all) {
            actors.addAll(all);
            return this;
        }

        /** MITRE ATT&CK ids: {@code T1566.001}. */
        public Builder techniques(Collection<String> all) {
            techniques.addAll(all);
            return this;
        }

        /** Left out when its value could not be an indicator of its type. */
        public Builder related(Related other) {
            if (WellFormed.is(other.type(), other.value())) {
                related.add(other);
            }
            return this;
        }

        /** A page about the indicator on the provider's own site. */
        public Builder reference(URI page) {
            references.add(requireNonNull(page, "reference"));
            return this;
        }

        /** ISO 3166-1 alpha-2, in any case; left out when it isn't two letters. */
        public Builder country(String code) {
            if (COUNTRY.matcher(code).matches()) {
                country = Optional.of(code.toUpperCase(Locale.ROOT));
            }
            return this;
        }

        /** The autonomous system's number. */
        public Builder asn(long number) {
            asn = OptionalLong.of(number);
            return this;
        }

        /**
         * The autonomous system as providers write it, {@code AS64500} or {@code AS64500 Example Hosting}: its number,
         * and the owner where it is named. Left out when it is neither.
         */
        public Builder asn(String written) {
            Matcher matcher = ASN.matcher(written);
            if (matcher.matches()) {
                asn(Long.parseLong(matcher.group("number"))).asOwner(matcher.group("owner"));
            }
            return this;
        }

        /** Left out when it is blank. */
        public Builder asOwner(String name) {
            asOwner = plain(name).or(() -> asOwner);
            return this;
        }

        /** The announced network, in CIDR notation; left out when it is blank. */
        public Builder network(String cidr) {
            network = plain(cidr).or(() -> network);
            return this;
        }

        /** When the provider first saw it; of several the earliest. */
        public Builder firstSeen(Instant instant) {
            firstSeen = firstSeen.filter(instant::isAfter).or(() -> Optional.of(instant));
            return this;
        }

        /** As the provider writes it, see {@link #lastSeen(String)}. */
        public Builder firstSeen(String written) {
            WrittenTime.parse(written).ifPresent(this::firstSeen);
            return this;
        }

        /** When the provider last saw it, which is how old its opinion is; of several the latest. */
        public Builder lastSeen(Instant instant) {
            lastSeen = lastSeen.filter(instant::isBefore).or(() -> Optional.of(instant));
            return this;
        }

        /**
         * As providers write it: {@code 2026-05-04T03:02:01Z}, {@code 2026-05-04 03:02:01 UTC}, {@code 2026-05-04}, in
         * UTC unless it names another zone. Left out when it is no such time.
         */
        public Builder lastSeen(String written) {
            WrittenTime.parse(written).ifPresent(this::lastSeen);
            return this;
        }

        public Report build() {
            return new Report(true, this);
        }

        private static Optional<String> plain(String text) {
            return Optional.of(PlainText.of(text)).filter(shown -> !shown.isEmpty());
        }

        private static int percent(String name, int value) {
            if (value < 0 || value > 100) {
                throw new IllegalArgumentException(name + " must be 0 to 100, was " + value);
            }
            return value;
        }
    }
}
