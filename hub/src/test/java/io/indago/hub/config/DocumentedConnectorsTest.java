package io.indago.hub.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.HostConfig;
import io.indago.host.HostedConnector;
import io.indago.host.PluginHost;
import io.indago.host.PluginProblem;
import io.indago.routes.connector.EndpointConnectors;
import io.indago.routes.connector.RecordsUnderWay;
import io.indago.toolkit.DescriptorPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ByteArrayResource;

/** The settings that {@code docs/write-a-connector.md} shows make connectors. */
class DocumentedConnectorsTest {
    private static final Path PAGE = Path.of("../docs/write-a-connector.md");
    private static final Pattern SETTINGS = Pattern.compile("<!-- settings -->\n```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Bindable<Map<String, Map<String, String>>> CONNECTORS =
            Bindable.of(ResolvableType.forClassWithGenerics(
                    Map.class,
                    ResolvableType.forClass(String.class),
                    ResolvableType.forClassWithGenerics(Map.class, String.class, String.class)));

    private final CamelContext camel = new DefaultCamelContext();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        camel.stop();
    }

    static Stream<String> documented() throws IOException {
        return SETTINGS.matcher(Files.readString(PAGE)).results().map(block -> block.group(1));
    }

    @Test
    void showsSeveral() throws IOException {
        assertThat(documented()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("documented")
    void makesConnectors(String yaml) throws IOException {
        Map<String, Map<String, String>> settings = settings(yaml);
        try (PluginHost host = host(settings)) {
            assertThat(host.problems()).extracting(PluginProblem::message).isEmpty();
            assertThat(host.connectors())
                    .extracting(connector -> connector.spec().id())
                    .containsExactlyInAnyOrderElementsOf(settings.keySet());
            assertThat(host.connectors())
                    .extracting(HostedConnector::unavailable)
                    .containsOnly(Optional.empty());
        }
    }

    private static Map<String, Map<String, String>> settings(String yaml) throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        new YamlPropertySourceLoader()
                .load("page", new ByteArrayResource(yaml.getBytes(UTF_8)))
                .forEach(sources::addLast);
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind("indago.connectors", CONNECTORS)
                .get();
    }

    private PluginHost host(Map<String, Map<String, String>> settings) {
        HostConfig config = new HostConfig(
                folder,
                List.of(),
                Map.of(),
                settings,
                Map.of(),
                Map.of(),
                Optional.empty(),
                DescriptorPlugin::read,
                Optional.empty(),
                folder.resolve("data"),
                Clock.systemUTC());
        return PluginHost.open(
                config,
                (provider, call, limits) -> {
                    throw new AssertionError("it is not to call");
                },
                EndpointConnectors.of(settings, Map.of(), camel, new RecordsUnderWay()));
    }
}
