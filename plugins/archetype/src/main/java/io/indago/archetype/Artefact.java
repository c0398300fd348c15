package io.indago.archetype;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * One of ours that a plugin's project needs.
 *
 * @param module its folder in the checkout
 * @param name its artefact id
 * @param hasJar not a parent's
 */
record Artefact(Path module, String name, boolean hasJar) {

    /** The test kit, what it stands on, and their parents, which know the versions of all they use. */
    static List<Artefact> of(Checkout checkout) {
        Path root = checkout.root();
        Path plugins = root.resolve("plugins");
        return List.of(
                new Artefact(root, "indago", false),
                new Artefact(plugins, "indago-plugins", false),
                new Artefact(root.resolve("plugin-api"), "indago-plugin-api", true),
                new Artefact(plugins.resolve("host"), "indago-host", true),
                new Artefact(plugins.resolve("json"), "indago-json", true),
                new Artefact(plugins.resolve("http-toolkit"), "indago-http-toolkit", true),
                new Artefact(plugins.resolve("testkit"), "indago-testkit", true));
    }

    void digest(MessageDigest digest) throws IOException {
        digest.update(Files.readAllBytes(module.resolve("pom.xml")));
        if (hasJar) {
            digest.update(Files.readAllBytes(jar()));
        }
    }

    /** As Maven has it in a repository, under that version, and with its sources, which is where its documentation is. */
    void store(Path repository, String version) throws IOException {
        Path folder = Files.createDirectories(
                repository.resolve("io/indago").resolve(name).resolve(version));
        String file = name + "-" + version;
        String pom = Files.readString(module.resolve("pom.xml"));
        Files.writeString(
                folder.resolve(file + ".pom"),
                pom.replace("<version>" + Checkout.version() + "<", "<version>" + version + "<"));
        if (hasJar) {
            Files.copy(jar(), folder.resolve(file + ".jar"));
            packSources(folder.resolve(file + "-sources.jar"));
        }
    }

    private Path jar() throws IOException {
        Path jar = module.resolve("target").resolve(name + "-" + Checkout.version() + ".jar");
        if (!Files.exists(jar)) {
            throw new FileNotFoundException(
                    jar + " is missing: build it with 'mvn package -Dmaven.test.skip=true -pl plugins/testkit -am'");
        }
        return jar;
    }

    private void packSources(Path jar) throws IOException {
        Path sources = module.resolve("src/main/java");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new ZipEntry(sources.relativize(file).toString().replace('\\', '/')));
                out.write(Files.readString(file).getBytes(UTF_8));
                out.closeEntry();
            }
        }
    }
}
