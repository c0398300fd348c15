package com.example.acme;

import io.indago.spi.Connector;
import io.indago.spi.ConnectorFactory;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Setting;
import io.indago.spi.Tlp;
import java.util.List;

/** Declares the connector and creates it. */
public final class AcmePlugin implements Plugin, ConnectorFactory {
    private static final String URL = "url";
    private static final String TOKEN = "token";

    @Override
    public List<ConnectorFactory> connectors() {
        return List.of(this);
    }

    @Override
    public ConnectorSpec spec() {
        return ConnectorSpec.builder("acme", "Acme")
                .homepage("https://www.acme.example/")
                .types(IndicatorType.values())
                .config(
                        Setting.url(URL, "Where it is, https://acme.example.org")
                                .required(),
                        Setting.secret(TOKEN, "A token that may read and open tickets")
                                .required())
                .internal()
                .maxTlp(Tlp.AMBER_STRICT)
                .build();
    }

    @Override
    public Connector create(PluginConfig config, PluginContext context) {
        return new AcmeConnector(config.url(URL), config.secret(TOKEN));
    }
}
