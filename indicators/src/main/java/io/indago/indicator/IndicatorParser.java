package io.indago.indicator;

import static java.util.Objects.requireNonNull;

import io.indago.indicator.ParsedIndicator.Warning;
import io.indago.spi.IndicatorType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Turns one piece of text into one typed, canonical indicator.
 *
 * <p>A plain value that parses is left alone. Only when it does not, the text is refanged ({@code hxxp}, {@code [.]},
 * quotes, invisible characters) and tried again; that it was is then a warning.
 *
 * <p>At most {@value #MAX_LENGTH} characters are looked at (a name has at most 253, RFC 1035); anything longer is
 * refused before any work. Thread-safe.
 *
 * @since 1.0
 */
public final class IndicatorParser {
    static final int MAX_LENGTH = 2048;

    private static final Set<IndicatorType> EVERY_TYPE = EnumSet.allOf(IndicatorType.class);
    private static final Set<IndicatorType> NAMES = EnumSet.of(IndicatorType.DOMAIN, IndicatorType.FQDN);
    private static final Set<IndicatorType> ONLY_ASN = EnumSet.of(IndicatorType.ASN);

    private final AsnReader asns;
    private final CidrReader networks;
    private final EmailReader emails;
    private final AddressReader addresses;
    private final UrlReader urls;
    private final DomainReader domains;

    public IndicatorParser(ReservedPolicy reserved) {
        requireNonNull(reserved, "reserved");
        HostNames names = new HostNames(reserved);
        this.asns = new AsnReader(reserved);
        this.networks = new CidrReader(reserved);
        this.emails = new EmailReader(names);
        this.addresses = new AddressReader(reserved);
        this.urls = new UrlReader(new UrlHosts(names, reserved));
        this.domains = new DomainReader(names);
    }

    /**
     * The indicator this text is, whatever its type.
     *
     * @throws InvalidIndicatorException when it is none, or of a type not supported
     */
    public ParsedIndicator parse(String text) throws InvalidIndicatorException {
        return parse(text, EVERY_TYPE);
    }

    /**
     * The indicator this text is, of one of these types. If a text can be read in several ways, only these count: 32
     * hexadecimal digits are an MD5, but a host name where only names are expected, and a number alone is an AS number
     * where only these are. A registered domain is {@link IndicatorType#DOMAIN} and nothing else: who takes any host
     * name passes {@code DOMAIN} and {@code FQDN}.
     *
     * @throws InvalidIndicatorException when it is none of these; its code is {@code wrong_type} when it is another
     * @throws IllegalArgumentException when no type is expected
     */
    public ParsedIndicator parse(String text, Set<IndicatorType> expected) throws InvalidIndicatorException {
        requireNonNull(text, "text");
        if (expected.isEmpty()) {
            throw new IllegalArgumentException("at least one type must be expected");
        }
        if (text.length() > MAX_LENGTH) {
            throw Fault.TOO_LONG.of(text, "has " + text.length() + " characters, expected at most " + MAX_LENGTH);
        }
        String plain = Folding.bare(text);
        try {
            return read(plain, expected).of(text, plain.equals(text.strip()) ? List.of() : List.of(refanged(plain)));
        } catch (InvalidIndicatorException asWritten) {
            String refanged = Refang.refang(plain);
            boolean nothingUndone = refanged.isEmpty() || refanged.equals(plain);
            boolean noLongerUrl =
                    UrlReader.claims(plain) && !EmailReader.isMailto(plain) && !UrlReader.claims(refanged);
            if (asWritten.fault() == Fault.WRONG_TYPE || nothingUndone || noLongerUrl) {
                throw asWritten;
            }
            return read(refanged, expected).of(text, List.of(refanged(refanged)));
        }
    }

    private static Warning refanged(String text) {
        return new Warning("refanged", "read as '" + Shown.of(text) + "'");
    }

    private Reading read(String text, Set<IndicatorType> expected) throws InvalidIndicatorException {
        if (text.isEmpty()) {
            throw Fault.EMPTY.of(text, "is empty, expected " + listed(expected));
        }
        Reading reading = readExpected(text, expected);
        if (!expected.contains(reading.type())) {
            throw Fault.WRONG_TYPE.of(text, "looks like " + reading.type().id() + ", expected " + listed(expected));
        }
        return reading;
    }

    private Reading readExpected(String text, Set<IndicatorType> expected) throws InvalidIndicatorException {
        if (NAMES.containsAll(expected) && DomainReader.isSingleLabel(text)) {
            return domains.read(text);
        }
        return ONLY_ASN.equals(expected) && AsnReader.claimsExpected(text) ? asns.read(text) : read(text);
    }

    private Reading read(String text) throws InvalidIndicatorException {
        if (CveReader.claims(text)) {
            return CveReader.read(text);
        }
        if (AsnReader.claims(text)) {
            return asns.read(text);
        }
        if (CidrReader.claims(text)) {
            return networks.read(text);
        }
        if (EmailReader.claims(text)) {
            return emails.read(text);
        }
        LookAlikes.refuse(text);
        if (HashReader.claims(text)) {
            return HashReader.read(text);
        }
        if (AddressReader.claims(text)) {
            return addresses.read(text);
        }
        if (UrlReader.claims(text)) {
            return urls.read(text);
        }
        return readName(text);
    }

    /** A name must be the same thing in canonical form: {@code AS64496.} and a full-width hash are no host names. */
    private Reading readName(String text) throws InvalidIndicatorException {
        Reading asWritten = domains.read(text);
        Reading canonical = asWritten.value().equals(text) ? asWritten : read(asWritten.value());
        return canonical.type() == asWritten.type() ? asWritten : canonical;
    }

    private static String listed(Set<IndicatorType> expected) {
        return expected.size() == EVERY_TYPE.size()
                ? "an indicator"
                : String.join(
                        " or ",
                        expected.stream().sorted().map(IndicatorType::id).toList());
    }
}
