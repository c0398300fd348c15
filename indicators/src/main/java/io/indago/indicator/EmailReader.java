package io.indago.indicator;

import io.indago.indicator.ParsedIndicator.Related;
import io.indago.spi.IndicatorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * E-mail addresses: a local part of at most 64 characters, kept as it is written, for only its own server knows whether
 * case matters there (RFC 5321, 2.4), and a name in the form of {@link HostNames}.
 *
 * <p>Stricter than RFC 5321 in what a local part may hold: no quoted text, nothing outside ASCII, and none of the
 * characters {@code # / ? ` { }}, by which URLs and defanged text would pass for addresses.
 */
final class EmailReader {
    static final String MAILTO = "mailto:";

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;

    private final HostNames names;

    EmailReader(HostNames names) {
        this.names = names;
    }

    static boolean claims(String text) {
        int at = text.indexOf('@');
        return isMailto(text)
                || at > 0
                        && at == text.lastIndexOf('@')
                        && at < text.length() - 1
                        && text.chars().noneMatch(c -> c == '/' || c == ':' || Character.isWhitespace(c));
    }

    /** That it is a {@code mailto:} link, which {@link Refang} takes the address out of. */
    static boolean isMailto(String text) {
        return text.length() > MAILTO.length()
                && text.substring(0, MAILTO.length()).toLowerCase(Locale.ROOT).equals(MAILTO);
    }

    Reading read(String text) throws InvalidIndicatorException {
        int at = text.indexOf('@');
        String local = at < 0 ? "" : text.substring(0, at);
        if (!isLocal(local)) {
            throw Fault.INVALID_EMAIL.of(
                    text,
                    "looks like an e-mail address, expected 1 to 64 letters, digits and ! $ % & ' * + - = ^ _ | ~ before"
                            + " its @, and dots between them");
        }
        HostName domain = names.read(text.substring(at + 1));
        String value = local + "@" + domain.ascii();
        if (value.length() > LONGEST) {
            throw Fault.TOO_LONG.of(text, "has " + value.length() + " characters, expected at most " + LONGEST);
        }
        return new Reading(
                IndicatorType.EMAIL,
                value,
                value,
                local + "@" + domain.display(),
                List.of(),
                domain.reserved(),
                domain.warnings(),
                related(domain));
    }

    /** A suffix alone can take mail, but is no indicator of its own. */
    private static List<Related> related(HostName domain) {
        List<Related> related = new ArrayList<>();
        if (!domain.publicSuffix()) {
            related.add(new Related(domain.type(), domain.ascii(), "mail-domain"));
        }
        domain.registeredAbove()
                .map(registered -> new Related(IndicatorType.DOMAIN, registered, "registered-domain"))
                .ifPresent(related::add);
        return related;
    }

    /** Dots only between other characters; a quotation mark at the beginning belongs to the sentence. */
    private static boolean isLocal(String text) {
        return text.length() <= LONGEST_LOCAL
                && Chars.all(text, c -> Chars.isAlphanumeric(c) || ".!$%&'*+-=^_|~".indexOf(c) >= 0)
                && text.charAt(0) != '\''
                && Chars.split(text, '.').stream().noneMatch(String::isEmpty);
    }
}
