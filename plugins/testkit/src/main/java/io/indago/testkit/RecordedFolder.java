package io.indago.testkit;

import io.indago.testkit.RecordedBodies.Body;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of recorded bodies a test run was given with {@code -Dindago.samples=<folder>}: {@code <provider>/<name>.json},
 * and beside them {@code SOURCES.md}, a table whose columns {@code file} and {@code HTTP} say the status each came with.
 */
public final class RecordedFolder {
    static final String PROPERTY = "indago.samples";
    private static final String TABLE = "SOURCES.md";
    /** JSON, JSON by the line, and plain text. */
    static final Pattern ENDING = Pattern.compile("\\.(json|ldjson|txt|html)$");

    private final Path folder;
    private final Map<String, String> statuses;

    private RecordedFolder(Path folder, Map<String, String> statuses) {
        this.folder = folder;
        this.statuses = statuses;
    }

    /** Empty where the run was given none. */
    public static Optional<RecordedFolder> given() {
        String folder = System.getProperty(PROPERTY, "");
        // Maven hands the literal on where nobody sets it
        return folder.isBlank() || folder.startsWith("${") ? Optional.empty() : Optional.of(at(Path.of(folder)));
    }

    /** That one; its table may be missing. */
    public static RecordedFolder at(Path folder) {
        Path table = folder.resolve(TABLE);
        try {
            return new RecordedFolder(folder, Files.exists(table) ? statuses(Files.readAllLines(table)) : Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** File → what its row says about the status. */
    private static Map<String, String> statuses(List<String> lines) {
        Map<String, String> statuses = new LinkedHashMap<>();
        List<String> header = List.of();
        for (String line : lines) {
            List<String> cells = Stream.of(line.split("\\|")).map(String::strip).toList();
            if (cells.contains("file") && cells.contains("HTTP")) {
                header = cells;
            } else if (!header.isEmpty()
                    && cells.size() > header.indexOf("HTTP")
                    && cells.get(header.indexOf("file")).contains("/")) {
                statuses.put(cells.get(header.indexOf("file")), cells.get(header.indexOf("HTTP")));
            }
        }
        return statuses;
    }

    /** The subfolders, each of a provider, sorted. */
    public List<String> providers() {
        return list(folder).stream()
                .filter(Files::isDirectory)
                .map(provider -> provider.getFileName().toString())
                .toList();
    }

    /** The bodies of that provider, sorted; empty where there is no such subfolder. */
    public List<Body> bodies(String provider) {
        Path bodies = folder.resolve(provider);
        return Files.isDirectory(bodies)
                ? list(bodies).stream()
                        .filter(file -> ENDING.matcher(file.toString()).find())
                        .map(file -> body(provider, file))
                        .toList()
                : List.of();
    }

    /** What doesn't fit together, in sentences: files without a status, rows without a file. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        TreeSet<String> missing = new TreeSet<>(statuses.keySet());
        for (String provider : providers()) {
            for (Path file : list(folder.resolve(provider))) {
                String name = provider + "/" + file.getFileName();
                missing.remove(name);
                if (!ENDING.matcher(name).find()) {
                    problems.add(name + " is of no kind that is read: json, ldjson, txt or html");
                } else if (status(name).isEmpty()) {
                    problems.add(name + " has no row in " + TABLE + " with a number under HTTP");
                }
            }
        }
        missing.forEach(name -> problems.add(name + " is in " + TABLE + ", and no such file is there"));
        return problems;
    }

    private OptionalInt status(String name) {
        return statuses.getOrDefault(name, "").matches("[1-5]\\d\\d")
                ? OptionalInt.of(Integer.parseInt(statuses.get(name)))
                : OptionalInt.empty();
    }

    private Body body(String provider, Path file) {
        String name = file.getFileName().toString();
        try {
            return new Body(
                    ENDING.matcher(name).replaceFirst(""), Files.readString(file), status(provider + "/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
