package io.indago.toolkit;

import com.fasterxml.jackson.databind.node.NullNode;
import io.indago.spi.Health;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.PluginConfig;
import io.indago.spi.Provider;
import io.indago.spi.ReplyReader;
import io.indago.spi.Report;
import io.indago.spi.Step;
import io.indago.toolkit.Descriptor.Probe;
import io.indago.toolkit.jq.Variables;
import io.indago.toolkit.report.BodyFormat;
import io.indago.toolkit.report.ReplyRules;
import io.indago.toolkit.request.Caller;
import io.indago.toolkit.request.Settings;
import java.util.Map;
import java.util.Optional;

/** A provider as its descriptor describes it. */
final class DescriptorProvider implements Provider {
    private final Descriptor descriptor;
    private final PluginConfig config;
    private final Settings settings;
    private final Caller caller;
    private final Optional<ReplyReader> reader;

    DescriptorProvider(Descriptor descriptor, PluginConfig config, Optional<ReplyReader> reader) {
        this.descriptor = descriptor;
        this.config = config;
        this.reader = reader;
        settings = new Settings(descriptor.spec().config(), config);
        ReplyRules rules = descriptor.rules();
        caller = new Caller(config, settings, descriptor.auth(), rules.seen(), rules.noData());
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        Ending ending = reader.<Ending>map(
                        own -> (reply, body, variables) -> own.read(reply, indicator, config, context))
                .orElseGet(() -> (reply, body, variables) ->
                        Step.done(descriptor.mapping().orElseThrow().report(body, variables)));
        return new Conversation(descriptor, caller, settings, indicator, ending).begin();
    }

    @Override
    public Step<Health> health(LookupContext context) {
        return descriptor.probe().map(this::probe).orElseGet(() -> Step.done(Health.unknown()));
    }

    private Step<Health> probe(Probe probe) {
        return Step.call(caller.probe(probe.request()), reply -> {
            boolean up = probe.up().isEmpty()
                    || probe.up()
                            .get()
                            .holds(
                                    BodyFormat.JSON.read(reply),
                                    new Variables(Map.of(
                                            "config", settings.json(),
                                            "value", NullNode.instance,
                                            "type", NullNode.instance)));
            return Step.done(up ? Health.up() : Health.down(descriptor.spec().title() + " says that it is not well"));
        });
    }
}
