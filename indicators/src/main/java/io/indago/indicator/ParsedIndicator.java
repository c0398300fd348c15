package io.indago.indicator;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import java.util.List;
import java.util.Optional;

/**
 * What a text turned out to be. Only {@link IndicatorParser} makes these.
 *
 * @param original what the caller sent, untouched and therefore hostile
 * @param type what it is
 * @param value its canonical form, complete: a URL keeps its credentials and parameters, so this may hold secrets.
 *     Parsing it again gives the same value
 * @param lookupValue what may leave: a URL without userinfo and without secret-looking parameters (WHATWG URL for the
 *     syntax; {@code SecretParameters} lists what looks secret); for every other type the same as the value. It
 *     belongs in cache keys
 * @param display the lookup value with the labels of an internationalised name in Unicode (UTS 46). It never holds
 *     credentials, control, bidi or invisible characters. It is <em>not</em> defanged (see {@link Defang}), and a name
 *     may imitate another: look for the warnings {@code confusable} and {@code mixed-script}
 * @param candidates the ids of everything it might be, the chosen type's first: {@code [md5, imphash, ja3, ja3s]}
 * @param reserved why it must not leave for an external provider, {@code private address (RFC 1918)}; for a URL its
 *     host's reason, for an e-mail address its domain's; empty when it may leave
 * @param warnings what the caller should know, in the order it was noticed
 * @param related what it contains: the host of a URL, the domain of an e-mail address, the registered domain of a name,
 *     the IPv4 address in an IPv6 one. Never looked up unasked
 * @since 1.0
 */
public record ParsedIndicator(
        String original,
        IndicatorType type,
        String value,
        String lookupValue,
        String display,
        List<String> candidates,
        Optional<String> reserved,
        List<Warning> warnings,
        List<Related> related) {

    public ParsedIndicator {
        requireNonNull(original, "original");
        requireNonNull(type, "type");
        requireNonNull(value, "value");
        requireNonNull(lookupValue, "lookupValue");
        requireNonNull(display, "display");
        requireNonNull(reserved, "reserved");
        candidates = List.copyOf(candidates);
        warnings = List.copyOf(warnings);
        related = List.copyOf(related);
    }

    /** What a provider may be asked about: the lookup value. */
    public Indicator indicator() {
        return Indicator.of(type, lookupValue);
    }

    /** Without the original, the value and the display form: a record's own would put credentials into logs. */
    @Override
    public String toString() {
        return "ParsedIndicator[" + type.id() + ", " + Defang.defang(this) + "]";
    }

    /**
     * Something noticed on the way that did not stop the parse.
     *
     * <p>Codes: {@code refanged}, {@code userinfo-stripped}, {@code secret-parameter-stripped},
     * {@code control-characters-removed}, {@code zone-stripped}, {@code host-bits-masked}, {@code wildcard},
     * {@code mixed-script}, {@code confusable}, {@code file-name}, {@code shared-suffix}, {@code public-resolver}.
     *
     * @param code what it is, for programs
     * @param text a sentence for people; hostile parts are escaped, secrets are not repeated
     */
    public record Warning(String code, String text) {
        public Warning {
            requireNonNull(code, "code");
            requireNonNull(text, "text");
        }
    }

    /**
     * Something the indicator contains.
     *
     * @param type what it is
     * @param value its canonical form
     * @param relation how it is contained: {@code host}, {@code ip}, {@code mail-domain}, {@code only-address},
     *     {@code registered-domain}, {@code ipv4-mapped}, {@code ipv4-compatible}, {@code 6to4}, {@code teredo},
     *     {@code nat64}
     */
    public record Related(IndicatorType type, String value, String relation) {
        public Related {
            requireNonNull(type, "type");
            requireNonNull(value, "value");
            requireNonNull(relation, "relation");
        }
    }
}
