package io.indago.routes.provider;

import static java.util.Objects.requireNonNull;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Exposure;
import io.indago.spi.Pap;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Tlp;
import java.util.Optional;

/**
 * To whom an indicator may be shown: the one rule, asked when a lookup is planned and again when a provider is about to be
 * asked, for by then another one may have taken its place.
 *
 * @param reserved why it is never sent to an external provider; empty when it may be
 */
public record Disclosure(Tlp tlp, Pap pap, Optional<String> reserved) {

    public Disclosure {
        requireNonNull(tlp, "tlp");
        requireNonNull(pap, "pap");
        requireNonNull(reserved, "reserved");
    }

    /** Why that provider must not see it, for the caller; empty when it may. */
    public Optional<Outcome> refusal(ProviderSpec spec) {
        if (reserved.isPresent() && !spec.isInternal()) {
            return refused("never sent to an external provider: " + reserved.get());
        }
        if (tlp.compareTo(spec.maxTlp()) > 0) {
            return refused("TLP:" + tlp.label() + " is stricter than TLP:"
                    + spec.maxTlp().label() + ", the strictest " + spec.title() + " may be asked under");
        }
        if (!pap.permits(spec.exposure())) {
            return refused("PAP:" + pap + " forbids it: asking " + spec.title() + " " + reveals(spec.exposure()));
        }
        return Optional.empty();
    }

    private static String reveals(Exposure exposure) {
        return switch (exposure) {
            case LOCAL -> "reveals nothing";
            case VENDOR -> "shows it the indicator";
            case TARGET -> "can be noticed by the indicator's owner";
            case PUBLIC -> "makes the indicator public";
        };
    }

    private static Optional<Outcome> refused(String reason) {
        return Optional.of(Outcome.without(Status.NOT_ALLOWED, reason));
    }
}
