package io.indago.plugins.triage;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers {@code triage}, which searches, and {@code triage-submit}, which has pages analysed. */
public final class TriagePlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new TriageFactory(), new SubmitFactory());
    }
}
