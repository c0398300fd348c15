package io.indago.bench.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.core.io.nio.NIOSequentialFileFactory;
import org.apache.activemq.artemis.core.journal.PreparedTransactionInfo;
import org.apache.activemq.artemis.core.journal.RecordInfo;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;

/** The journal of Artemis, on NIO; a batch is a transaction. */
final class ArtemisCandidate implements Candidate {
    private static final int FILE_BYTES = Integer.getInteger("bench.artemis.file", 10 << 20);

    private final NIOSequentialFileFactory files;
    private final JournalImpl journal;
    private final List<byte[]> loaded = new ArrayList<>();
    private final Sync sync;
    private long last;
    private long trimmed;
    private long transaction;

    ArtemisCandidate(Path folder, Sync sync) throws Exception {
        this.sync = sync;
        files = new NIOSequentialFileFactory(folder.toFile(), false, 1);
        files.setDatasync(sync == Sync.DISK);
        journal = new JournalImpl(FILE_BYTES, 2, 2, 10, 30, files, "journal", "log", 1);
        journal.start();
        List<RecordInfo> records = new ArrayList<>();
        List<PreparedTransactionInfo> prepared = new ArrayList<>();
        transaction = journal.load(records, prepared, (id, adds, deletes) -> {}, false)
                .getMaxID();
        records.forEach(record -> loaded.add(record.data));
        last = transaction;
    }

    @Override
    public void append(List<byte[]> records) throws Exception {
        if (records.size() == 1) {
            journal.appendAddRecord(++last, (byte) 1, records.get(0), sync == Sync.DISK);
            return;
        }
        long id = ++transaction;
        for (byte[] record : records) {
            journal.appendAddRecordTransactional(id, ++last, (byte) 1, record);
        }
        journal.appendCommitRecord(id, sync == Sync.DISK);
    }

    @Override
    public void trim(int records) throws Exception {
        for (int i = 0; i < records; i++) {
            journal.appendDeleteRecord(++trimmed, false);
        }
    }

    @Override
    public List<byte[]> all() {
        return loaded;
    }

    @Override
    public void close() throws Exception {
        journal.stop();
        files.stop();
    }
}
