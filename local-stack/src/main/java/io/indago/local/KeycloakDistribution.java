package io.indago.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Keycloak unpacked and built for our way of running it. */
final class KeycloakDistribution {

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);

    private final Path folder;
    private final Path zip;
    private final Processes processes;
    private final Jvm jvm = Jvm.current();

    KeycloakDistribution(Path folder, Path zip, Processes processes) {
        this.folder = folder;
        this.zip = zip;
        this.processes = processes;
    }

    Path folder() {
        return folder;
    }

    boolean isBuilt() {
        return Files.exists(marker());
    }

    /** The caller holds the lock of the cache. */
    void build() {
        Folders.delete(folder);
        unpack();
        List<String> command = List.of("sh", folder.resolve("bin/kc.sh").toString(), "build", "--db=dev-file");
        processes
                .start(new Launch("keycloak-setup", command, folder)
                        .with(Map.of(
                                "JAVA_HOME",
                                jvm.home().toString(),
                                "JAVA_OPTS",
                                "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1")))
                .awaitSuccess(BUILD_LIMIT);
        try {
            Files.createFile(marker());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path marker() {
        return folder.resolve("built");
    }

    /** Every name in the archive begins with a folder that carries the version; we have our own. */
    private void unpack() {
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            Enumeration<? extends ZipEntry> entries = archive.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                Path target = folder.resolve(name.substring(name.indexOf('/') + 1));
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (InputStream content = archive.getInputStream(entry)) {
                        Files.copy(content, target);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
