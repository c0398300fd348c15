package io.indago.host;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One plugin's classes: the JDK's, three prefixes of the host's, and its own jars. Nothing of the hub or of another
 * plugin is visible, by whichever name.
 */
final class PluginClassLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private static final List<String> FROM_HOST = List.of("io.indago.spi.", "org.slf4j.", "org.jspecify.");
    private static final List<String> RESOURCES_FROM_HOST =
            FROM_HOST.stream().map(prefix -> prefix.replace('.', '/')).toList();

    private final ClassLoader host;

    /**
     * A loader of those jars.
     *
     * @param host the loader of the plugin API, which in a Boot jar is not the system's
     */
    PluginClassLoader(String plugin, List<Path> jars, ClassLoader host) {
        super("plugin-" + plugin, urls(jars), ClassLoader.getPlatformClassLoader());
        this.host = requireNonNull(host, "host");
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return FROM_HOST.stream().anyMatch(name::startsWith) ? host.loadClass(name) : super.loadClass(name, resolve);
    }

    /** As it is, unless it has a way to end the process. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        URL file = findResource(name.replace('.', '/') + ".class");
        try {
            Optional<PluginClass> changed = file == null ? Optional.empty() : PluginClass.withoutExit(file);
            return changed.isEmpty() ? super.findClass(name) : define(name, changed.get());
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    private Class<?> define(String name, PluginClass changed) {
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        if (!packageName.isEmpty() && getDefinedPackage(packageName) == null) {
            try {
                definePackage(packageName, changed.manifest(), changed.source().getLocation());
            } catch (IllegalArgumentException another) {
                // Another thread has just defined it
            }
        }
        byte[] bytes = changed.bytes();
        return defineClass(name, bytes, 0, bytes.length, changed.source());
    }

    @Override
    public @Nullable URL getResource(String name) {
        if (isFromHost(name)) {
            return host.getResource(name);
        }
        return isService(name) ? findResource(name) : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (isFromHost(name)) {
            return host.getResources(name);
        }
        return isService(name) ? findResources(name) : super.getResources(name);
    }

    /** Not through the JDK's cache of open jars, which outlives this loader. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        URL url = getResource(name);
        try {
            return url == null ? null : uncached(url);
        } catch (IOException e) {
            return null;
        }
    }

    private static InputStream uncached(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    private static boolean isFromHost(String resource) {
        return RESOURCES_FROM_HOST.stream().anyMatch(resource::startsWith);
    }

    private static boolean isService(String resource) {
        return resource.startsWith("META-INF/services/");
    }

    private static URL[] urls(List<Path> jars) {
        return jars.stream().map(PluginClassLoader::url).toArray(URL[]::new);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
