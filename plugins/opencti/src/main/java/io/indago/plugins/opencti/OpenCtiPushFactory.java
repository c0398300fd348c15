package io.indago.plugins.opencti;

import io.indago.spi.Connector;
import io.indago.spi.ConnectorFactory;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Setting;
import io.indago.spi.Tlp;

/** Declares the operator's own OpenCTI as a connector and creates it. */
final class OpenCtiPushFactory implements ConnectorFactory {
    private static final String INDICATORS = "indicators";
    private static final String RELATED = "related";
    private static final int MOST_RELATED = 100;

    @Override
    public ConnectorSpec spec() {
        return ConnectorSpec.builder("opencti-push", "OpenCTI")
                .homepage("https://filigran.io/solutions/open-cti/")
                .types(ObservableType.TAKEN)
                .config(
                        OpenCtiServer.URL,
                        OpenCtiServer.TOKEN,
                        OpenCtiServer.LABEL_PREFIX,
                        Setting.flag(INDICATORS, "Whether what is malicious becomes an indicator as well")
                                .defaultsTo("true"),
                        Setting.integer(RELATED, "How many related indicators a note tells, up to " + MOST_RELATED)
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
        return new OpenCtiConnector(
                OpenCtiServer.of(config),
                new PushSettings(OpenCtiServer.labelPrefix(config), config.flag(INDICATORS), (int) related));
    }
}
