package io.indago.routes.lookup;

import static java.util.Objects.requireNonNull;

import io.indago.indicator.ParsedIndicator;
import io.indago.routes.provider.Disclosure;
import io.indago.routes.provider.ProviderQuestion;
import io.indago.spi.Pap;
import io.indago.spi.Tlp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A lookup as its caller wants it.
 *
 * @param id the request's id (UUIDv7), under which it is answered, logged and accounted
 * @param caller who wants it, by the id that never changes; empty for nobody in particular
 * @param patience how long the caller waits; {@link #deadline()} is when the work stops
 * @param fresh whether answers from before will not do: providers are asked, and paid, again
 */
public record LookupRequest(
        UUID id,
        String caller,
        ParsedIndicator indicator,
        Tlp tlp,
        Pap pap,
        Beginning beginning,
        Duration patience,
        boolean fresh) {

    public LookupRequest {
        requireNonNull(id, "id");
        requireNonNull(caller, "caller");
        requireNonNull(indicator, "indicator");
        requireNonNull(tlp, "tlp");
        requireNonNull(pap, "pap");
        requireNonNull(beginning, "beginning");
        requireNonNull(patience, "patience");
    }

    public Instant startedAt() {
        return beginning.at();
    }

    public Instant deadline() {
        return beginning.at().plus(patience);
    }

    /** What every provider is asked. */
    ProviderQuestion question() {
        return new ProviderQuestion(id.toString(), caller, indicator.indicator(), disclosure(), deadline(), fresh);
    }

    /** To whom the indicator may be shown. */
    Disclosure disclosure() {
        return new Disclosure(tlp, pap, indicator.reserved());
    }
}
