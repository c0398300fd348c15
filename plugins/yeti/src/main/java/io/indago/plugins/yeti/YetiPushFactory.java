package io.indago.plugins.yeti;

import io.indago.spi.Connector;
import io.indago.spi.ConnectorFactory;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Setting;
import io.indago.spi.Tlp;

/** Declares the operator's own YETI as a connector and creates it. */
final class YetiPushFactory implements ConnectorFactory {
    private static final String RELATED = "related";
    private static final int MOST_RELATED = 100;

    @Override
    public ConnectorSpec spec() {
        return ConnectorSpec.builder("yeti-push", "YETI")
                .homepage("https://yeti-platform.io/")
                .types(YetiType.TAKEN)
                .config(
                        YetiServer.URL,
                        YetiServer.API_KEY,
                        YetiServer.TAG_PREFIX,
                        Setting.integer(RELATED, "How many related indicators a context tells, up to " + MOST_RELATED)
                                .defaultsTo("20"))
                .internal()
                .maxTlp(Tlp.RED)
                .build();
    }

    @Override
    public Connector create(PluginConfig config, PluginContext context) {
        long related = config.integer(RELATED);
        if (related < 0 || related > MOST_RELATED) {
            throw new IllegalArgumentException(RELATED + " must be 0 to " + MOST_RELATED + ", was " + related);
        }
        return new YetiConnector(YetiServer.of(config), YetiServer.tagPrefix(config), (int) related, context.clock());
    }
}
