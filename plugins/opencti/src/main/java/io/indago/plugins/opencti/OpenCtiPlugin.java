package io.indago.plugins.opencti;

import io.indago.spi.ConnectorFactory;
import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers a provider, {@code opencti}, and a connector, {@code opencti-push}. */
public final class OpenCtiPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new OpenCtiFactory());
    }

    @Override
    public List<ConnectorFactory> connectors() {
        return List.of(new OpenCtiPushFactory());
    }
}
