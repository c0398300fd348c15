package io.indago.routes.lookup;

import io.indago.indicator.IndicatorParser;
import io.indago.indicator.InvalidIndicatorException;
import io.indago.indicator.ParsedIndicator;
import io.indago.indicator.ReservedPolicy;
import io.indago.spi.IndicatorType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** An indicator a provider names, in the form in which it would be asked about. */
record CanonicalValue(IndicatorType type, String text) {
    private static final IndicatorParser PARSER = new IndicatorParser(ReservedPolicy.standard());
    private static final Set<IndicatorType> NAMES = EnumSet.of(IndicatorType.DOMAIN, IndicatorType.FQDN);

    /** Of a name it tells whether somebody registered it; what doesn't parse stays as it is written, a name in lower case. */
    static CanonicalValue of(IndicatorType type, String written) {
        try {
            ParsedIndicator parsed = PARSER.parse(written, NAMES.contains(type) ? NAMES : Set.of(type));
            return new CanonicalValue(parsed.type(), parsed.value());
        } catch (InvalidIndicatorException notCanonical) {
            return new CanonicalValue(type, NAMES.contains(type) ? written.toLowerCase(Locale.ROOT) : written);
        }
    }
}
