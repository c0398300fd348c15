package io.indago.plugins.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The sources of the plugins that come with the hub. */
final class Sources {
    private static final Path MODULES = Path.of("..");
    /** What plugins are made with, and this. */
    private static final Set<String> NO_PLUGINS =
            Set.of("host", "json", "http-toolkit", "testkit", "bundle", "archetype");

    private Sources() {}

    /** What they are built of. */
    static List<Path> main(String ending) {
        return find("src/main", file -> file.toString().endsWith(ending));
    }

    /** Their tests with that name. */
    static List<Path> test(String name) {
        return find("src/test", file -> file.endsWith(name));
    }

    private static List<Path> find(String part, Predicate<Path> wanted) {
        try (Stream<Path> modules = Files.list(MODULES)) {
            return modules.filter(
                            module -> !NO_PLUGINS.contains(module.getFileName().toString()))
                    .filter(module -> Files.isDirectory(module.resolve(part)))
                    .sorted()
                    .flatMap(module -> walk(module.resolve(part)).filter(wanted))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
