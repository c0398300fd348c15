package io.indago.plugins.misp;

import io.indago.spi.ConnectorFactory;
import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers a provider, {@code misp}, and a connector, {@code misp-push}. */
public final class MispPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new MispFactory());
    }

    @Override
    public List<ConnectorFactory> connectors() {
        return List.of(new MispPushFactory());
    }
}
