package io.indago.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jars of one plugin. */
record PluginBundle(String name, List<Path> jars) {

    /**
     * The same plugin from a private copy of its jars: what is checked is then what is loaded, and a file that is
     * deleted or replaced in the folder does not pull the classes from under a running plugin.
     */
    PluginBundle copiedTo(Path directory) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path jar : jars) {
            copies.add(Files.copy(jar, directory.resolve(jar.getFileName())));
        }
        return new PluginBundle(name, List.copyOf(copies));
    }
}
