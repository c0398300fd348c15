package io.indago.testkit;

import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.LookupContext;
import io.indago.spi.Plugin;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import io.indago.spi.Report;
import io.indago.spi.Step;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A plugin whose author forgot to name it in the services file, where {@link LocalPlugin} is. */
class UnlistedPlugin implements Plugin {
    private final String id;

    UnlistedPlugin() {
        this("unlisted");
    }

    UnlistedPlugin(String id) {
        this.id = id;
    }

    @Override
    public final List<ProviderFactory> providers() {
        return List.of(new LocalFactory(id));
    }

    private record LocalFactory(String id) implements ProviderFactory {
        @Override
        public ProviderSpec spec() {
            return ProviderSpec.builder(id, "A local list")
                    .homepage("https://tiny.example/")
                    .types(IndicatorType.IPV4)
                    .unmanaged()
                    .reliability(Reliability.B, "made up for a test")
                    .build();
        }

        @Override
        public Provider create(PluginConfig config, PluginContext context) {
            return new LocalList(context);
        }
    }

    private record LocalList(PluginContext context) implements Provider {
        @Override
        public Step<Report> lookup(Indicator indicator, LookupContext lookup) {
            return Step.await(CompletableFuture.supplyAsync(
                    () -> Step.done(Report.hit("on the list").opinion(80, 90).build()), context.executor()));
        }
    }
}
