package io.indago.bench.journal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** RocksDB as it comes. */
final class RocksDbCandidate implements Candidate {
    private final Options options = new Options().setCreateIfMissing(true);
    private final WriteOptions writing;
    private final RocksDB store;
    private long last;
    private long trimmed;

    RocksDbCandidate(Path folder, Sync sync) throws RocksDBException {
        store = RocksDB.open(options, folder.resolve("rocks").toString());
        writing = new WriteOptions().setSync(sync == Sync.DISK);
        try (RocksIterator newest = store.newIterator()) {
            newest.seekToLast();
            last = newest.isValid() ? ByteBuffer.wrap(newest.key()).getLong() : 0;
        }
    }

    @Override
    public void append(List<byte[]> records) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            for (byte[] record : records) {
                batch.put(key(++last), record);
            }
            store.write(writing, batch);
        }
    }

    private static byte[] key(long id) {
        return ByteBuffer.allocate(Long.BYTES).putLong(id).array();
    }

    @Override
    public void trim(int records) throws RocksDBException {
        store.deleteRange(key(trimmed), key(trimmed + records + 1));
        trimmed += records;
    }

    @Override
    public List<byte[]> all() {
        List<byte[]> all = new ArrayList<>();
        try (RocksIterator rows = store.newIterator()) {
            for (rows.seekToFirst(); rows.isValid(); rows.next()) {
                all.add(rows.value());
            }
        }
        return all;
    }

    @Override
    public void close() {
        store.close();
        writing.close();
        options.close();
    }
}
