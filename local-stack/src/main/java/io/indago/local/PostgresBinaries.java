package io.indago.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once into the cache. */
final class PostgresBinaries {

    private final Path cache;
    private final String version;

    PostgresBinaries(Path cache, String version) {
        this.cache = cache;
        this.version = version;
    }

    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    String program(String name) {
        return folder().resolve("bin").resolve(name).toString();
    }

    void unpack() {
        if (!Files.exists(folder())) {
            FolderLock.holding(cache.resolve("locks/postgres"), this::unpackAlone);
        }
    }

    private void unpackAlone() {
        if (Files.exists(folder())) {
            return;
        }
        Path draft = folder().resolveSibling(folder().getFileName() + ".draft");
        Folders.delete(draft);
        try {
            extractTo(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Folders.move(draft, folder());
    }

    private Path folder() {
        return cache.resolve("postgres-" + version + "-" + platform());
    }

    private void extractTo(Path folder) throws IOException {
        String archive = "/postgres-" + platform() + ".txz";
        try (InputStream resource = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (resource == null) {
                throw new LocalStackException("There is no PostgreSQL for " + platform()
                        + " in the local stack; it runs on Linux and macOS, on x86-64 and 64-bit ARM.");
            }
            try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(resource))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    extract(tar, entry, folder.resolve(entry.getName()).normalize());
                }
            }
        }
    }

    private static void extract(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String architecture = System.getProperty("os.arch");
        return (os.contains("mac") ? "darwin" : os) + "-"
                + switch (architecture) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> architecture;
                };
    }
}
