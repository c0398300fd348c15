package io.indago.toolkit;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import io.indago.toolkit.yaml.Problems;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A plugin that is described in a file: it offers one provider. */
public final class DescriptorPlugin implements Plugin {
    private final List<ProviderFactory> providers;

    private DescriptorPlugin(List<ProviderFactory> providers) {
        this.providers = providers;
    }

    /**
     * Reads a descriptor. Loads the reader it names, if any: call it where code of the plugin may run.
     *
     * @param file its name, as problems are to name it
     * @param content its bytes, UTF-8
     * @param readers where the class is that reads replies
     * @param problems told everything that is wrong, a sentence each, with file, line and field
     * @return the plugin; empty when there was a problem
     */
    public static Optional<Plugin> read(String file, byte[] content, ClassLoader readers, Consumer<String> problems) {
        Problems found = new Problems(requireNonNull(file, "file"));
        Optional<Plugin> plugin = DescriptorReader.read(content, readers, found)
                .map(descriptor -> new DescriptorPlugin(List.of(new DescriptorFactory(descriptor))));
        found.sentences().forEach(problems);
        return plugin;
    }

    @Override
    public List<ProviderFactory> providers() {
        return providers;
    }
}
