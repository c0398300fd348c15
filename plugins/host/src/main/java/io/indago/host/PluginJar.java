package io.indago.host;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A jar of a plugin, as it was loaded.
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
        MessageDigest digest = digest();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(jar), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return new PluginJar(jar.getFileName().toString(), HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
