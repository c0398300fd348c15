package io.indago.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.journal.JournalSettings.Sync;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when the machine stopped in the middle of a write. */
class TornJournalTest {
    private static final int WHOLE = 5;

    @TempDir
    private Path folder;

    @Test
    void aTornWriteAtWhateverByteLosesNoWholeEntryAndLetsTheJournalGoOn() throws Exception {
        Path db = folder.resolve("journal.db");
        Path log = folder.resolve("journal.db-wal");
        byte[] before;
        byte[] after;
        byte[] pages;
        try (JournalFile file = open(db)) {
            for (int i = 0; i < WHOLE; i++) {
                file.write(List.of(entry(i)), 0);
            }
            before = Files.readAllBytes(log);
            file.write(List.of(entry(WHOLE)), 0);
            after = Files.readAllBytes(log);
            pages = Files.readAllBytes(db);
        }
        assertThat(after.length).isGreaterThan(before.length);
        for (int cut = before.length; cut <= after.length; cut++) {
            Path place = Files.createDirectories(folder.resolve("cut")).resolve("journal.db");
            Files.write(place, pages);
            Files.write(place.resolveSibling("journal.db-wal"), Arrays.copyOf(after, cut));
            int left = cut == after.length ? WHOLE + 1 : WHOLE;
            assertThat(values(place)).as("cut at byte %d", cut).isEqualTo(expected(left));
            try (JournalFile file = open(place)) {
                file.write(List.of(entry(left)), 0);
            }
            assertThat(values(place)).as("gone on after byte %d", cut).isEqualTo(expected(left + 1));
            for (String name : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
                Files.deleteIfExists(place.resolveSibling(name));
            }
        }
    }

    private static JournalFile open(Path db) {
        return JournalFile.open(db, Sync.OS, 1 << 20, Clock.systemUTC());
    }

    private static List<String> values(Path db) throws SQLException {
        try (JournalReader reader = JournalReader.open(db)) {
            return reader.after(0).stream()
                    .map(each -> new String(each.entry().value(), StandardCharsets.UTF_8))
                    .toList();
        }
    }

    private static List<String> expected(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new String(entry(i).value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static JournalEntry entry(int number) {
        byte[] value = ("entry " + number + " ").repeat(20).getBytes(StandardCharsets.UTF_8);
        return new JournalEntry("topic", "key", value);
    }
}
