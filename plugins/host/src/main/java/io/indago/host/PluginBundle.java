package io.indago.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one plugin.
 *
 * @param files its jars, or the descriptor that is all of it
 */
record PluginBundle(String name, List<Path> files) {

    List<Path> jars() {
        return files.stream().filter(file -> !DescriptorFile.is(file)).toList();
    }

    /**
     * The same plugin from a private copy of its files: what is checked is then what is loaded, and a file that is
     * deleted or replaced in the folder does not pull the classes from under a running plugin.
     */
    PluginBundle copiedTo(Path directory) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path file : files) {
            copies.add(Files.copy(file, directory.resolve(file.getFileName())));
        }
        return new PluginBundle(name, List.copyOf(copies));
    }
}
