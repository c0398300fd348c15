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

    /** Lets go of the classes. */
    void close() throws IOException;

    /** Files of a folder, copied, with a loader of their own. */
    record Copied(String name, PluginManifest manifest, PluginClassLoader loader, DescriptorFormat format)
            implements PluginSource {

        static Copied of(PluginBundle bundle, Path copies, ApiVersion api, AllowList allowed, DescriptorFormat format) {
            ClassLoader host = Plugin.class.getClassLoader();
            try {
                PluginBundle copy = bundle.copiedTo(Files.createDirectories(copies.resolve(bundle.name())));
                return new Copied(
                        bundle.name(),
                        PluginManifest.read(copy, api, allowed),
                        new PluginClassLoader(bundle.name(), copy.jars(), host),
                        format);
            } catch (IOException e) {
                return new Copied(
                        bundle.name(),
                        new PluginManifest("", "", List.of(), List.of(), List.of("its files can't be read: " + e)),
                        new PluginClassLoader(bundle.name(), List.of(), host),
                        format);
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
        }
    }

    /** A plugin that is here already, in whatever loader it came with; for tests of plugins. */
    record Present(Plugin plugin, PluginManifest manifest) implements PluginSource {

        @Override
        public String name() {
            return plugin.getClass().getSimpleName();
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
        public void close() {}
    }
}
