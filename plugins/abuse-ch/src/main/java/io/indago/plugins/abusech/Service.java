package io.indago.plugins.abusech;

import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Report;
import java.util.List;

/** What one of abuse.ch's services has of its own; {@link AbuseChProvider} does what they have in common. */
interface Service {

    /** What it is and takes; everything about access is added. */
    ProviderSpec.Builder declaration();

    /** The calls to make side by side, at least one, without the key. */
    List<HttpCall> questions(Indicator indicator);

    /**
     * The report in its answers.
     *
     * @param answers those that say {@code ok}, at least one
     * @throws ProviderException when they lack what is documented
     */
    Report read(Indicator indicator, List<JsonView> answers);
}
