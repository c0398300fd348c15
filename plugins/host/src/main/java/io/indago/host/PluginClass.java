package io.indago.host;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A class of a plugin that had a way to end the process, without it.
 *
 * @param source the jar and its signers: that of the other classes in it
 * @param manifest the jar's, for the package
 */
record PluginClass(byte[] bytes, CodeSource source, Manifest manifest) {

    /** Empty when the class has no such way, or is none of the plugin's jars: it is to be loaded as it is. */
    static Optional<PluginClass> withoutExit(URL file) throws IOException {
        if (!(file.openConnection() instanceof JarURLConnection connection)
                || !connection.getJarFileURL().getProtocol().equals("file")) {
            return Optional.empty();
        }
        Optional<byte[]> changed = ProcessExit.removedFrom(unverified(connection));
        return changed.isEmpty() ? Optional.empty() : Optional.of(verified(connection, changed.get()));
    }

    /** Signatures are checked anew for each opening of a jar, which would take long for each class of a large one. */
    private static byte[] unverified(JarURLConnection connection) throws IOException {
        try (JarFile jar =
                        new JarFile(Path.of(connection.getJarFileURL().toURI()).toFile(), false);
                InputStream in = jar.getInputStream(jar.getEntry(connection.getEntryName()))) {
            return in.readAllBytes();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** Read to its end once more, after which its signers are known, and it was not tampered with. */
    private static PluginClass verified(JarURLConnection connection, byte[] changed) throws IOException {
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            in.readAllBytes();
            CodeSource source = new CodeSource(
                    connection.getJarFileURL(), connection.getJarEntry().getCodeSigners());
            Manifest manifest = connection.getManifest();
            return new PluginClass(changed, source, manifest == null ? new Manifest() : manifest);
        }
    }
}
