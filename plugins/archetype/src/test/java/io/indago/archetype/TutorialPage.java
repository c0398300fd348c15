package io.indago.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page for authors, whose every fenced block has a comment before it that says how it is tested. */
record TutorialPage(String text, List<Block> blocks) {
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- (?<marker>.*?) -->\n)?```(?<language>\\w*)\n(?<text>.*?)```\n", Pattern.DOTALL);

    /**
     * A fenced block.
     *
     * @param marker blank when it has none
     */
    record Block(String marker, String language, String text) {

        long lines() {
            return text.lines().count();
        }
    }

    static TutorialPage of(String name) throws IOException {
        String text = Files.readString(Path.of("../../docs").resolve(name));
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            String marker = block.group("marker");
            blocks.add(new Block(marker == null ? "" : marker, block.group("language"), block.group("text")));
        }
        return new TutorialPage(text, blocks);
    }

    /** The files of that marker, by their path in the project: {@code file} or {@code java}. */
    Map<String, Block> files(String marker) {
        Map<String, Block> files = new LinkedHashMap<>();
        blocks.stream()
                .filter(block -> block.marker().startsWith(marker + ": "))
                .forEach(block -> files.put(block.marker().substring(marker.length() + 2), block));
        return files;
    }

    /** Writes them into a project. */
    void write(String marker, Path project) throws IOException {
        for (Map.Entry<String, Block> file : files(marker).entrySet()) {
            Path path = project.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue().text());
        }
    }
}
