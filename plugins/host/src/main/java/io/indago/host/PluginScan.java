package io.indago.host;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;

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

    /** A provider to be had. */
    record Offer(ProviderFactory factory, ProviderSpec spec) {}

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
                problems.accept("its Plugin class can't be created: " + failures.describe(root(thrown)));
            }
        }
        return plugins;
    }

    /** The providers of that plugin that say what they are. */
    List<Offer> offers(Plugin plugin) {
        List<Offer> offers = new ArrayList<>();
        try {
            for (ProviderFactory factory : List.copyOf(plugin.providers())) {
                offer(factory, offers);
            }
        } catch (Throwable thrown) {
            problems.accept("providers() failed: " + failures.describe(thrown));
        }
        return offers;
    }

    private void offer(ProviderFactory factory, List<Offer> offers) {
        try {
            ProviderSpec spec = factory.spec();
            if (spec == null) {
                problems.accept("spec() of " + factory.getClass().getName() + " answered null");
            } else {
                offers.add(new Offer(factory, spec));
            }
        } catch (Throwable thrown) {
            problems.accept("spec() of " + factory.getClass().getName() + " failed: " + failures.describe(thrown));
        }
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
