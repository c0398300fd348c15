package io.indago.routes.journal;

import java.nio.file.Path;

/** Where SQLite unpacks its native library. */
final class NativeLibrary {
    private static final String PROPERTY = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /** In the journal's folder unless somebody has said where: a container's {@code /tmp} allows no code. */
    static void unpackedIn(Path folder) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, folder.toString());
        }
    }
}
