package io.indago.bench.journal;

import io.indago.bench.journal.Candidate.Opening;
import io.indago.bench.journal.Candidate.Sync;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is left after a write that was torn at each byte in turn. The last record is written while the folder is copied
 * before and after; the file that changed most is then made of the new bytes up to there and the old ones behind.
 */
final class TornTail {
    private static final int RECORDS = 20;

    private final Opening opening;
    private final Path folder;
    private int cuts;
    private int lost;
    private int aborted;

    TornTail(Opening opening, Path folder) {
        this.opening = opening;
        this.folder = folder;
    }

    String run() throws Exception {
        Map<Path, byte[]> before;
        Map<Path, byte[]> after;
        Path live = Files.createDirectories(folder.resolve("live"));
        try (Candidate candidate = opening.open(live, Sync.DISK)) {
            for (int i = 0; i < RECORDS - 1; i++) {
                candidate.append(List.of(record(i)));
            }
            before = bytes(live);
            candidate.append(List.of(record(RECORDS - 1)));
            after = bytes(live);
        }
        Path torn = after.keySet().stream()
                .max(java.util.Comparator.comparingInt(
                        file -> changed(before.getOrDefault(file, new byte[0]), after.get(file))))
                .orElseThrow();
        byte[] old = before.getOrDefault(torn, new byte[0]);
        byte[] whole = after.get(torn);
        int first = Arrays.mismatch(old, whole);
        int end = lastChange(old, whole);
        for (int cut = first; cut <= end; cut++) {
            byte[] mixed = Arrays.copyOf(old, Math.max(old.length, cut));
            System.arraycopy(whole, 0, mixed, 0, cut);
            look(before, torn, mixed, cut);
        }
        return cuts + " cuts, lost whole records " + lost + ", aborted " + aborted;
    }

    private static int changed(byte[] old, byte[] whole) {
        int first = Arrays.mismatch(old, whole);
        return first < 0 ? 0 : lastChange(old, whole) - first;
    }

    private static int lastChange(byte[] old, byte[] whole) {
        for (int i = whole.length; i > 0; i--) {
            if (i > old.length || old[i - 1] != whole[i - 1]) {
                return i;
            }
        }
        return 0;
    }

    private void look(Map<Path, byte[]> files, Path torn, byte[] mixed, int cut) throws IOException {
        cuts++;
        Path place = Files.createDirectories(folder.resolve("cut-" + cut));
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            write(place.resolve(file.getKey()), file.getValue());
        }
        write(place.resolve(torn), mixed);
        try (Candidate candidate = opening.open(place, Sync.OS)) {
            List<byte[]> found = candidate.all();
            boolean whole = found.size() >= RECORDS - 1 && found.size() <= RECORDS;
            for (int i = 0; whole && i < found.size(); i++) {
                whole = Arrays.equals(found.get(i), record(i));
            }
            lost += whole ? 0 : 1;
            candidate.append(List.of(record(RECORDS)));
        } catch (Exception | LinkageError failure) {
            aborted++;
            if (aborted == 1) {
                System.err.println("first abort, at byte " + cut + ": " + failure);
            }
        }
        delete(place);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static byte[] record(int number) {
        return ("record " + number + " ").repeat(90).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<Path, byte[]> bytes(Path folder) throws IOException {
        Map<Path, byte[]> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("LOCK"))
                    .toList()) {
                bytes.put(folder.relativize(file), Files.readAllBytes(file));
            }
        }
        return bytes;
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
