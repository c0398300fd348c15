package io.indago.bench.journal;

import io.indago.bench.journal.Candidate.Opening;
import io.indago.bench.journal.Candidate.Sync;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints how each candidate appends, and what is left after a torn write. */
public final class JournalBench {
    private static final Map<String, Opening> CANDIDATES = new LinkedHashMap<>();

    static {
        CANDIDATES.put("sqlite", SqliteCandidate::new);
        CANDIDATES.put("mvstore", MvStoreCandidate::new);
        CANDIDATES.put("rocksdb", RocksDbCandidate::new);
        CANDIDATES.put("chronicle", ChronicleCandidate::new);
        CANDIDATES.put("artemis", ArtemisCandidate::new);
    }

    private JournalBench() {}

    /** @param args load or torn, a folder, seconds for each row, candidates; all unless named */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(args[1]), "journal-bench");
        int seconds = Integer.parseInt(args[2]);
        List<String> names = args.length > 3 ? List.of(args).subList(3, args.length) : List.copyOf(CANDIDATES.keySet());
        for (String name : names) {
            if (args[0].equals("torn")) {
                System.out.printf(
                        "| %-9s | %s |%n",
                        name, new TornTail(CANDIDATES.get(name), folder.resolve(name + "-torn")).run());
            } else {
                load(name, folder, seconds);
            }
        }
        System.exit(0); // some keep threads
    }

    private static void load(String name, Path folder, int seconds) throws Exception {
        for (Sync sync : Sync.values()) {
            for (int writers : new int[] {1, 16, 64}) {
                Path place = Files.createDirectories(folder.resolve(name + sync + writers));
                try (Candidate candidate = CANDIDATES.get(name).open(place, sync)) {
                    Load.Result result = new Load(writers, seconds).run(candidate);
                    System.out.printf(
                            "| %-9s | %-4s | %2d | %6d | %6.3f | %6.3f | %7.1f | %5.1f |%n",
                            name,
                            sync.name().toLowerCase(java.util.Locale.ROOT),
                            writers,
                            result.perSecond(),
                            result.medianMs(),
                            result.p99Ms(),
                            result.maxMs(),
                            result.cpuMicros());
                }
            }
        }
    }
}
