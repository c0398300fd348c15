package io.indago.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder that looks to Keycloak like its own, with data of its own and links to a shared distribution. */
record KeycloakHome(Path folder) {

    private static final List<String> SHARED = List.of("conf", "lib", "providers", "themes");

    Path data() {
        return folder.resolve("data");
    }

    /** Anew each time: the checkout, with the distribution in it, may have moved. */
    void link(Path distribution) {
        Folders.create(folder);
        try {
            for (String shared : SHARED) {
                Path link = folder.resolve(shared);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(shared));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
