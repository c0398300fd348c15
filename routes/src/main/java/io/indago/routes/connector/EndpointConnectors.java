package io.indago.routes.connector;

import io.indago.host.PluginHost;
import io.indago.spi.Connector;
import io.indago.spi.ConnectorFactory;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;

/**
 * Makes a connector of any Camel endpoint: for each id that has a setting {@code indago.connectors.<id>.uri}. They are
 * plugins of the hub's own, for {@link PluginHost#open}, so that they are configured, watched, switched off and accounted
 * as any.
 */
public final class EndpointConnectors {
    private static final String URI = "uri";
    private static final Pattern VARIABLE = Pattern.compile("INDAGO_CONNECTORS_(.+)_URI");

    private EndpointConnectors() {}

    /**
     * Those that the settings name, by names no file's plugin has.
     *
     * @param settings id → setting → value
     * @param environment where {@code INDAGO_CONNECTORS_<ID>_URI} names one, too
     */
    public static Map<String, Plugin> of(
            Map<String, Map<String, String>> settings,
            Map<String, String> environment,
            CamelContext camel,
            RecordsUnderWay records) {
        Set<String> ids = new TreeSet<>();
        settings.forEach((id, given) -> {
            if (given.containsKey(URI)) {
                ids.add(id);
            }
        });
        environment.keySet().stream()
                .map(VARIABLE::matcher)
                .filter(Matcher::matches)
                .map(variable -> variable.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(ids::add);
        return ids.stream()
                .collect(Collectors.toMap(id -> "camel:" + id, id -> new EndpointPlugin(id, camel, records)));
    }

    private record EndpointPlugin(String id, CamelContext camel, RecordsUnderWay records)
            implements Plugin, ConnectorFactory {

        @Override
        public List<ConnectorFactory> connectors() {
            return List.of(this);
        }

        @Override
        public ConnectorSpec spec() {
            return ConnectorSpec.builder(id, id)
                    .types(IndicatorType.values())
                    .internal()
                    .unmanaged()
                    .config(
                            Setting.secret(URI, "A Camel endpoint's URI, with its options and credentials")
                                    .required(),
                            Setting.text(
                                            "body",
                                            "What is sent: the enrichment as JSON, a text for people, or a chat's"
                                                    + " {\"text\": …}")
                                    .oneOf("json", "text", "chat")
                                    .defaultsTo("json"))
                    .build();
        }

        @Override
        public Connector create(PluginConfig config, PluginContext context) {
            EndpointMessage message = EndpointMessage.of(config.text("body"), records);
            return new EndpointConnector(EndpointUri.of(config.secret(URI), camel), camel, message);
        }
    }
}
