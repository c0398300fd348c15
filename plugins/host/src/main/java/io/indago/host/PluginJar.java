package io.indago.host;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * A jar of a plugin or the descriptor that is all of it, as it was loaded.
 *
 * @param file its name
 * @param sha256 of its bytes, in lower-case hexadecimal, as {@code sha256sum} prints it
 */
public record PluginJar(String file, String sha256) {

    public PluginJar {
        requireNonNull(file, "file");
        requireNonNull(sha256, "sha256");
    }

    static PluginJar of(Path jar) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(jar), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return new PluginJar(jar.getFileName().toString(), Sha256.shown(digest.digest()));
    }
}
