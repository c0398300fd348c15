package io.indago.indicator;

import io.indago.indicator.ParsedIndicator.Warning;
import io.indago.spi.IndicatorType;
import java.util.List;
import java.util.Optional;

/**
 * A host name in lower-case A-labels, without a trailing dot.
 *
 * @param registered the domain somebody registered: the name itself, one above it, or none
 * @param sharedSuffix whether it is a suffix below which strangers get names ({@code github.io})
 * @param publicSuffix whether it is a suffix run by a registry ({@code co.uk}), which is nobody's name
 */
record HostName(
        String ascii,
        Optional<String> registered,
        boolean sharedSuffix,
        boolean publicSuffix,
        Optional<String> reserved) {

    IndicatorType type() {
        return registered.filter(ascii::equals).isPresent() ? IndicatorType.DOMAIN : IndicatorType.FQDN;
    }

    /** The registered domain, when it is another name. */
    Optional<String> registeredAbove() {
        return registered.filter(domain -> !domain.equals(ascii));
    }

    String display() {
        return Idna.toUnicode(ascii);
    }

    List<Warning> warnings() {
        return Spoofing.warnings(display());
    }
}
