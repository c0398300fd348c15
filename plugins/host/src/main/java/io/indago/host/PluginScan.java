package io.indago.host;

import io.indago.spi.ExtensionSpec;
import io.indago.spi.Plugin;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a plugin's jars what they offer. All of it is the plugin's code: runs on its threads, and whatever fails is a
 * problem of that one entry.
 */
final class PluginScan {
    private static final int MAX_ATTEMPTS = 100;

    private final Failures failures;
    private final Consumer<String> problems;

    PluginScan(Failures failures, Consumer<String> problems) {
        this.failures = failures;
        this.problems = problems;
    }

    /** A provider or connector to be had. */
    record Offer(ExtensionSpec spec, Factory factory) {

        /** Creates it. */
        @FunctionalInterface
        interface Factory {
            AutoCloseable create(PluginConfig config, PluginContext context);
        }
    }

    /** The plugins that loader's own jars name in their services files. */
    List<Plugin> plugins(ClassLoader loader) {
        List<Plugin> plugins = new ArrayList<>();
        Iterator<ServiceLoader.Provider<Plugin>> entries =
                ServiceLoader.load(Plugin.class, loader).stream().iterator();
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                if (!entries.hasNext()) {
                    break;
                }
                ServiceLoader.Provider<Plugin> entry = entries.next();
                if (entry.type().getClassLoader() == loader) {
                    plugins.add(entry.get());
                }
            } catch (Throwable thrown) {
                Throwable root = root(thrown);
                problems.accept("its Plugin class can't be created: " + failures.describe(root) + advice(root));
            }
        }
        return plugins;
    }

    /** The plugin a descriptor describes. */
    Optional<Plugin> described(DescriptorFile file, DescriptorFormat format, ClassLoader loader) {
        try {
            return format.read(file.name(), file.content(), loader, problems);
        } catch (Throwable thrown) {
            problems.accept(file.name() + " can't be read: " + failures.describe(thrown));
            return Optional.empty();
        }
    }

    /** The providers and connectors of that plugin that say what they are. */
    List<Offer> offers(Plugin plugin) {
        List<Offer> offers = new ArrayList<>();
        offers(
                "providers()",
                plugin::providers,
                factory -> new Offer(declared(factory.spec()), factory::create),
                offers);
        offers(
                "connectors()",
                plugin::connectors,
                factory -> new Offer(declared(factory.spec()), factory::create),
                offers);
        return offers;
    }

    private static String advice(Throwable thrown) {
        if (thrown instanceof ServiceConfigurationError) {
            return ": name a public class of its jar with a constructor without parameters in "
                    + PluginManifest.SERVICES;
        }
        return thrown instanceof LinkageError
                ? "" // has been said
                : ": let its constructor and static fields do nothing that can fail, and do that in create(…)";
    }

    private <F> void offers(String what, Supplier<List<F>> factories, Function<F, Offer> offer, List<Offer> offers) {
        try {
            for (F factory : List.copyOf(factories.get())) {
                try {
                    offers.add(offer.apply(factory));
                } catch (Throwable thrown) {
                    problems.accept(
                            "spec() of " + factory.getClass().getName() + " failed: " + failures.describe(thrown));
                }
            }
        } catch (Throwable thrown) {
            problems.accept(what + " failed: " + failures.describe(thrown));
        }
    }

    private static <S extends ExtensionSpec> S declared(@Nullable S spec) {
        if (spec == null) {
            throw new IllegalStateException("it answered null: build a spec and return it");
        }
        return spec;
    }

    /** What the plugin threw, below the ServiceConfigurationErrors and initialiser errors around it. */
    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null
                && (root instanceof ServiceConfigurationError || root instanceof ExceptionInInitializerError)) {
            root = root.getCause();
        }
        return root;
    }
}
