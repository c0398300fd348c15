package io.indago.client;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How to look something up. What is empty, the hub decides.
 *
 * @param deadline when the providers' work stops
 * @param tlp the indicator's TLP 2.0 label, {@code AMBER+STRICT}
 * @param pap what may be done with the indicator, {@code GREEN}
 */
public record LookupOptions(Optional<Duration> deadline, Optional<String> tlp, Optional<String> pap) {

    public LookupOptions {
        requireNonNull(deadline, "deadline");
        requireNonNull(tlp, "tlp");
        requireNonNull(pap, "pap");
    }

    /** As the hub does it when nobody asks for anything else. */
    public static LookupOptions usual() {
        return new LookupOptions(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public LookupOptions withDeadline(Duration wanted) {
        return new LookupOptions(Optional.of(wanted), tlp, pap);
    }

    public LookupOptions withTlp(String label) {
        return new LookupOptions(deadline, Optional.of(label), pap);
    }

    public LookupOptions withPap(String label) {
        return new LookupOptions(deadline, tlp, Optional.of(label));
    }
}
