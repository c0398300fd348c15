package io.indago.plugins.misp;

import io.indago.spi.Connector;
import io.indago.spi.ConnectorFactory;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.IndicatorType;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Setting;
import io.indago.spi.Tlp;

/** Declares the operator's own MISP as a connector and creates it. */
final class MispPushFactory implements ConnectorFactory {
    private static final String DISTRIBUTION = "distribution";
    private static final String IP_TYPE = "ip-type";
    private static final String PUBLISH = "publish";
    private static final String RELATED = "related";
    private static final int MOST_RELATED = 100;

    @Override
    public ConnectorSpec spec() {
        return ConnectorSpec.builder("misp-push", "MISP")
                .homepage("https://www.misp-project.org/")
                .types(IndicatorType.values())
                .config(
                        MispServer.URL,
                        MispServer.API_KEY,
                        Setting.text(
                                        DISTRIBUTION,
                                        "Who sees a new event: 0 your organisation, 1 this community, 2 connected"
                                                + " communities, 3 all; always 0 from TLP:AMBER+STRICT on")
                                .oneOf("0", "1", "2", "3")
                                .defaultsTo("0"),
                        Setting.text(IP_TYPE, "The type of addresses and networks")
                                .oneOf("ip-src", "ip-dst")
                                .defaultsTo("ip-src"),
                        MispServer.TAG_PREFIX,
                        Setting.flag(PUBLISH, "Whether events are published at once")
                                .defaultsTo("false"),
                        Setting.integer(RELATED, "How many related indicators an event gets, up to " + MOST_RELATED)
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
        PushSettings settings = new PushSettings(
                Integer.parseInt(config.text(DISTRIBUTION)),
                config.text(IP_TYPE),
                MispServer.tagPrefix(config),
                config.flag(PUBLISH),
                (int) related);
        return new MispConnector(MispServer.of(config), settings);
    }
}
