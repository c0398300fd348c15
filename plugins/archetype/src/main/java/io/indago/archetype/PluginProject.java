package io.indago.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A new plugin's project: the templates under other names, and the repository it is built from. */
record PluginProject(Path folder, Naming naming, Kind kind) {

    /** @throws ArchetypeException when there is something already */
    void create(Checkout checkout) throws IOException {
        if (Files.exists(folder)) {
            requireEmptyFolder();
        }
        OwnRepository repository = OwnRepository.of(checkout);
        for (String template : List.of("common", kind.name())) {
            copy(checkout.template(template), repository.version());
        }
        repository.store(folder.resolve("repository"));
    }

    private void requireEmptyFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ArchetypeException(folder + " is a file: name a folder that does not exist yet");
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new ArchetypeException(folder
                        + " exists and is not empty: name a folder that does not exist yet, nothing is overwritten");
            }
        }
    }

    private void copy(Path template, String version) throws IOException {
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(naming.in(template.relativize(file).toString()));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, filled(Files.readString(file), version));
            }
        }
    }

    private String filled(String text, String version) {
        return naming.in(text)
                .replace("@indago.version@", version)
                .replace("@indago.api.version@", Checkout.apiVersion());
    }
}
