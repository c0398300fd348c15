package io.indago.host;

import io.indago.spi.Plugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a plugin's classes come from. Nothing of it is loaded before {@link #plugins}, on the plugin's threads. */
interface PluginSource {
    String name();

    PluginManifest manifest();

    ClassLoader loader();

    List<Plugin> plugins(PluginScan scan);

    /** Whether it comes from a file that may change. */
    default boolean isFromFolder() {
        return true;
    }

    /** Lets go of the classes. */
    void close() throws IOException;

    /** Files of a folder, copied, with a loader of their own. */
    record Copied(
            String name, PluginManifest manifest, PluginClassLoader loader, DescriptorFormat format, Path directory)
            implements PluginSource {

        /**
         * The same from copies of the files.
         *
         * @param directory for the copies; not there yet
         */
        static Copied of(
                PluginBundle bundle, Path directory, ApiVersion api, AllowList allowed, DescriptorFormat format) {
            ClassLoader host = Plugin.class.getClassLoader();
            try {
                PluginBundle copy = bundle.copiedTo(Files.createDirectories(directory));
                return new Copied(
                        bundle.name(),
                        PluginManifest.read(copy, api, allowed),
                        new PluginClassLoader(bundle.name(), copy.jars(), host),
                        format,
                        directory);
            } catch (IOException e) {
                return new Copied(
                        bundle.name(),
                        new PluginManifest("", "", List.of(), List.of(), List.of("its files can't be read: " + e)),
                        new PluginClassLoader(bundle.name(), List.of(), host),
                        format,
                        directory);
            }
        }

        @Override
        public List<Plugin> plugins(PluginScan scan) {
            List<Plugin> plugins = new ArrayList<>(scan.plugins(loader));
            manifest.descriptors()
                    .forEach(file -> scan.described(file, format, loader).ifPresent(plugins::add));
            return plugins;
        }

        @Override
        public void close() throws IOException {
            loader.close();
            Copies.delete(directory);
        }
    }

    /** A plugin that is here already, in whatever loader it came with: the hub's own, or one that is tested. */
    record Present(String name, Plugin plugin, PluginManifest manifest) implements PluginSource {

        static Present of(String name, Plugin plugin) {
            return new Present(
                    name,
                    plugin,
                    new PluginManifest("", ApiVersion.ours().toString(), List.of(), List.of(), List.of()));
        }

        @Override
        public ClassLoader loader() {
            return plugin.getClass().getClassLoader();
        }

        @Override
        public List<Plugin> plugins(PluginScan scan) {
            return List.of(plugin);
        }

        @Override
        public boolean isFromFolder() {
            return false;
        }

        @Override
        public void close() {}
    }
}
