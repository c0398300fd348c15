package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes with a way to end the process are loaded without it, and in every other respect as they would be. */
class PluginClassLoaderTest {
    private static final String LEAVING = "package lib; public class Leaving { public static String leave() {"
            + " if (true) System.exit(7); return \"%s\"; } }";
    private static final String STAYING = "package lib; public class Staying { }";

    @TempDir
    private Path directory;

    @Test
    void keepsTheJarAndThePackageOfAClassItChanges() throws Exception {
        Path first = jar("a first.jar", "", Map.of("lib/Staying.class", compiled("Staying", STAYING)));
        Path second = jar(
                "second.jar",
                "Sealed: true\nImplementation-Version: 7\n",
                Map.of(
                        "own/Leaving.class", compiled("Leaving", LEAVING.replace("lib", "own")),
                        "own/Staying.class", compiled("Staying", STAYING.replace("lib", "own"))));
        try (PluginClassLoader loader = loader(first, second)) {
            Class<?> leaving = loader.loadClass("own.Leaving");
            Class<?> staying = loader.loadClass("own.Staying");

            assertLeavesNot(leaving);
            assertThat(leaving.getProtectionDomain()).isSameAs(staying.getProtectionDomain());
            assertThat(location(leaving)).isEqualTo(second.toUri().toURL());
            assertThat(leaving.getPackage().getImplementationVersion()).isEqualTo("7");
            assertThat(leaving.getPackage().isSealed()).isTrue();
            assertThat(location(loader.loadClass("lib.Staying")))
                    .isEqualTo(first.toUri().toURL());
        }
    }

    @Test
    void keepsTheSignersOfAClassItChanges() throws Exception {
        Path signed = signed(jar(
                "plain.jar",
                "",
                Map.of(
                        "lib/Leaving.class", compiled("Leaving", LEAVING),
                        "lib/Staying.class", compiled("Staying", STAYING))));
        try (PluginClassLoader loader = loader(signed)) {
            Class<?> staying = loader.loadClass("lib.Staying");
            Class<?> leaving = loader.loadClass("lib.Leaving");

            assertLeavesNot(leaving);
            assertThat(leaving.getSigners()).isNotEmpty().isEqualTo(staying.getSigners());
            assertThat(leaving.getProtectionDomain()).isSameAs(staying.getProtectionDomain());
        }
    }

    @Test
    void refusesASignedClassThatWasTamperedWith() throws Exception {
        Path signed = signed(jar("plain.jar", "", Map.of("lib/Leaving.class", compiled("Leaving", LEAVING))));
        Map<String, byte[]> entries = entries(signed);
        entries.put("lib/Leaving.class", compiled("Leaving", LEAVING.replace("7", "8")));
        Path tampered = jar("tampered.jar", entries);
        try (PluginClassLoader loader = loader(tampered)) {
            assertThatThrownBy(() -> loader.loadClass("lib.Leaving")).isInstanceOf(SecurityException.class);
        }
    }

    @Test
    void takesTheClassForThisJavaFromAMultiReleaseJar() throws Exception {
        Path jar = jar(
                "releases.jar",
                "Multi-Release: true\n",
                Map.of(
                        "lib/Leaving.class", compiled("Leaving", LEAVING.replace("if (true)", "if (false)")),
                        "META-INF/versions/17/lib/Leaving.class", compiled("Leaving", LEAVING)));
        try (PluginClassLoader loader = loader(jar)) {
            assertLeavesNot(loader.loadClass("lib.Leaving"));
        }
    }

    private static void assertLeavesNot(Class<?> type) {
        assertThatThrownBy(() -> type.getMethod("leave").invoke(null))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(NoSuchMethodError.class)
                .hasMessageContaining(ProcessExit.REFUSED);
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static PluginClassLoader loader(Path... jars) {
        return new PluginClassLoader("test", List.of(jars), PluginClassLoaderTest.class.getClassLoader());
    }

    private byte[] compiled(String name, String source) throws IOException {
        Path work = Files.createTempDirectory(directory, "compiled-");
        Path file = Files.writeString(work.resolve(name + ".java"), source);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", work.toString(), file.toString()))
                .isZero();
        String folder = source.substring("package ".length(), source.indexOf(';'));
        return Files.readAllBytes(work.resolve(folder).resolve(name + ".class"));
    }

    private Path jar(String file, String manifest, Map<String, byte[]> entries) throws IOException {
        Map<String, byte[]> all = new TreeMap<>(entries);
        all.put("META-INF/MANIFEST.MF", ("Manifest-Version: 1.0\n" + manifest).getBytes(StandardCharsets.UTF_8));
        return jar(file, all);
    }

    private Path jar(String file, Map<String, byte[]> entries) throws IOException {
        Path path = directory.resolve(file);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return path;
    }

    private static Map<String, byte[]> entries(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            Map<String, byte[]> entries = new LinkedHashMap<>();
            for (ZipEntry entry : file.stream().toList()) {
                try (InputStream in = file.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
            return entries;
        }
    }

    private Path signed(Path jar) throws Exception {
        Path keys = directory.resolve("keys.p12");
        String password = "changeit";
        int done = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "key",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=Test",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        assertThat(done).isZero();
        PrivateKeyEntry key = (PrivateKeyEntry) KeyStore.getInstance(keys.toFile(), password.toCharArray())
                .getEntry("key", new PasswordProtection(password.toCharArray()));
        Path signed = directory.resolve("signed.jar");
        try (ZipFile in = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(key).build().sign(in, out);
        }
        return signed;
    }
}
