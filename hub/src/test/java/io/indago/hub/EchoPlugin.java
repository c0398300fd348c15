package io.indago.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A plugin jar compiled here: providers that tell everything an {@link EchoServer} said, each in its manner. */
final class EchoPlugin {
    static final List<String> PROVIDERS = List.of(
            "echo-body",
            "echo-header",
            "echo-error",
            "echo-refusal",
            "echo-redirect",
            "echo-limit",
            "echo-garbage",
            "echo-thrown");

    private static final String SOURCE = """
            package hostile;

            import io.indago.spi.*;
            import java.util.List;
            import java.util.stream.Stream;

            public class EchoPlugin implements Plugin {
                @Override
                public List<ProviderFactory> providers() {
                    return Stream.of("%s").<ProviderFactory>map(Factory::new).toList();
                }

                record Factory(String id) implements ProviderFactory {
                    @Override
                    public ProviderSpec spec() {
                        return ProviderSpec.builder(id, id).types(IndicatorType.DOMAIN, IndicatorType.FQDN).internal()
                                .config(Setting.secret("api-key", "Key").required(),
                                        Setting.url("url", "Where").required())
                                .reliability(Reliability.B, "made up").build();
                    }

                    @Override
                    public Provider create(PluginConfig config, PluginContext context) {
                        Secret key = config.secret("api-key");
                        HttpCall call = HttpCall.get(config.url("url").toString(), id)
                                .header("X-Key", key).header("Authorization", "Bearer ", key).query("key", key);
                        return (indicator, lookup) -> Step.call(call.query("of", indicator.value()), this::read);
                    }

                    private Step<Report> read(HttpReply reply) {
                        String said = reply.header("X-Said").orElse("") + reply.text();
                        if (id.equals("echo-thrown")) {
                            throw new IllegalStateException(said, new IllegalArgumentException(said));
                        }
                        if (id.equals("echo-garbage")) {
                            reply.json();
                        }
                        List<String> lines = said.lines().toList();
                        Report.Builder report = Report.hit("it said " + said).tags(lines).actors(lines)
                                .malwareFamilies(lines).asOwner(lines.get(lines.size() - 1));
                        lines.forEach(line -> report.evidence(Evidence.of("said", line).value(line)));
                        return Step.done(report.build());
                    }
                }
            }
            """.formatted(String.join("\", \"", PROVIDERS));

    private EchoPlugin() {}

    static void compileInto(Path folder) throws IOException {
        CompiledPlugin.into(folder, "EchoPlugin", SOURCE);
    }
}
