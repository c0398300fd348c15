package io.indago.routes.provider;

import io.indago.host.FirstStep;
import io.indago.host.LookupRun;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The providers there are now. The hub implements it on the plugin host, tests with a list. */
public interface ProviderDirectory {

    /** Every provider, configured or not, sorted by id. */
    List<? extends Entry> entries();

    /** The provider of that id; empty when there is none (any more). */
    default Optional<? extends Entry> find(String id) {
        return entries().stream().filter(entry -> entry.spec().id().equals(id)).findFirst();
    }

    /** One provider. */
    interface Entry {
        ProviderSpec spec();

        /** Tells builds of its plugin apart: another one may read the same reply otherwise. */
        String build();

        /** Why it can't be asked, in a sentence an operator can act on; empty when it can. */
        Optional<String> unavailable();

        /** Whether its answers come from the sandbox, or from recordings. */
        boolean sandbox();

        /** The types it is asked about. */
        Set<IndicatorType> types();

        /**
         * Asks it; returns at once.
         *
         * @param caller for whom: where calls have to wait, each has his turn
         */
        LookupRun lookup(Indicator indicator, Instant deadline, String traceId, String caller);

        /** Finds out what it would do first if it were asked, and sends nothing; completes by the deadline, never fails. */
        CompletionStage<FirstStep> firstStep(Indicator indicator, Instant deadline, String traceId);
    }
}
