package io.indago.plugins.yeti;

import io.indago.spi.ConnectorFactory;
import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers a provider, {@code yeti}, and a connector, {@code yeti-push}. */
public final class YetiPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new YetiFactory());
    }

    @Override
    public List<ConnectorFactory> connectors() {
        return List.of(new YetiPushFactory());
    }
}
