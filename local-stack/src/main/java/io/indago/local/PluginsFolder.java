package io.indago.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where plugins are dropped in: each start brings the bundled jars up to date and leaves all others alone. */
record PluginsFolder(Path folder) {

    void refresh(Path bundle) {
        Folders.create(folder);
        try {
            for (Path jar : Folders.children(bundle)) {
                if (jar.getFileName().toString().endsWith(".jar")) {
                    Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
