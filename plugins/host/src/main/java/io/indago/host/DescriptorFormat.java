package io.indago.host;

import io.indago.spi.Plugin;
import java.util.Optional;
import java.util.function.Consumer;

/** How a plugin is described in a file; the host itself knows no such format. */
@FunctionalInterface
public interface DescriptorFormat {

    /** For a host that reads none. */
    DescriptorFormat NONE = (file, content, readers, problems) -> {
        problems.accept(file + ": this hub reads no descriptors");
        return Optional.empty();
    };

    /**
     * The plugin a file describes. Runs on a thread of the plugin.
     *
     * @param readers the plugin's classes, of which the file may name some
     * @param problems told everything that is wrong with it, a sentence each, with file and line
     * @return empty when there was a problem
     */
    Optional<Plugin> read(String file, byte[] content, ClassLoader readers, Consumer<String> problems);
}
