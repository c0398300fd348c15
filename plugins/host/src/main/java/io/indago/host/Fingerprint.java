package io.indago.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Tells a plugin's files from what they were before, without reading them. */
record Fingerprint(List<String> files) {

    Fingerprint {
        files = List.copyOf(files);
    }

    static Fingerprint of(PluginBundle bundle) {
        return new Fingerprint(
                bundle.files().stream().map(Fingerprint::of).sorted().toList());
    }

    private static String of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return String.join(
                    " ",
                    file.getFileName().toString(),
                    Long.toString(attributes.size()),
                    attributes.lastModifiedTime().toString(),
                    String.valueOf(attributes.fileKey()));
        } catch (IOException gone) {
            return file.getFileName() + " can't be read";
        }
    }
}
