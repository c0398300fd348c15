package io.indago.bench.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** H2's store of maps, without H2. */
final class MvStoreCandidate implements Candidate {
    private final MVStore store;
    private final MVMap<Long, byte[]> entries;
    private final Sync sync;
    private long last;
    private long trimmed;

    MvStoreCandidate(Path folder, Sync sync) {
        this.sync = sync;
        store = new MVStore.Builder()
                .fileName(folder.resolve("journal.mv").toString())
                .autoCommitDisabled()
                .open();
        entries = store.openMap("entries");
        last = entries.isEmpty() ? 0 : entries.lastKey();
    }

    @Override
    public void append(List<byte[]> records) {
        records.forEach(record -> entries.append(++last, record));
        store.commit();
        if (sync == Sync.DISK) {
            store.sync();
        }
    }

    @Override
    public void trim(int records) {
        for (int i = 0; i < records; i++) {
            entries.remove(++trimmed);
        }
    }

    @Override
    public List<byte[]> all() {
        return new ArrayList<>(entries.values());
    }

    @Override
    public void close() {
        store.close(0);
    }
}
