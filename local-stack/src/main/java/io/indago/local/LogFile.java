package io.indago.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The end of a log, which usually says why its process died. */
record LogFile(Path path) {

    private static final int TAIL_BYTES = 16_384;
    private static final int FULL_BYTES = 1_000_000;

    /** Why the process died, as half a sentence. */
    String lastWords() {
        return complaint().orElse("its log does not say why");
    }

    private Optional<String> complaint() {
        List<String> lines = tail();
        if (hasNoRoom() || lines.stream().anyMatch(line -> line.contains("No space left on device"))) {
            return Optional.of("the disk is full");
        }
        return analysis(lines)
                .or(() -> lines.stream().filter(LogFile::isComplaint).reduce((first, second) -> second));
    }

    /** What Spring Boot says between these two headings when it knows why an application failed to start. */
    private static Optional<String> analysis(List<String> lines) {
        int begin = lines.lastIndexOf("Description:");
        int end = lines.lastIndexOf("Action:");
        return begin < 0 || end < begin
                ? Optional.empty()
                : Optional.of(String.join("\n", lines.subList(begin + 1, end)));
    }

    /** On a full disk the log itself may be what could not be written. */
    private boolean hasNoRoom() {
        try {
            return Files.getFileStore(path).getUsableSpace() < FULL_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> tail() {
        try (var channel = Files.newByteChannel(path)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            var buffer = ByteBuffer.allocate(TAIL_BYTES);
            while (channel.read(buffer) > 0) {
                // until full or at the end
            }
            return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(String::strip)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isComplaint(String line) {
        String text = line.toLowerCase(Locale.ROOT);
        return !line.startsWith("at ")
                && (text.contains("error") || text.contains("fatal") || text.contains("caused by"));
    }
}
