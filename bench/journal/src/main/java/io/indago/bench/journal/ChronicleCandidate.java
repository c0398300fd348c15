package io.indago.bench.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;

/** Chronicle Queue: memory-mapped files, a file a day. */
final class ChronicleCandidate implements Candidate {
    private final ChronicleQueue queue;
    private final ExcerptAppender appender;
    private final Sync sync;

    ChronicleCandidate(Path folder, Sync sync) {
        this.sync = sync;
        queue = ChronicleQueue.singleBuilder(folder.resolve("queue")).build();
        appender = queue.createAppender();
    }

    @Override
    public void append(List<byte[]> records) {
        for (byte[] record : records) {
            appender.writeBytes(Bytes.wrapForRead(record));
        }
        if (sync == Sync.DISK) {
            appender.sync();
        }
    }

    /** Whole files only, when their time is over: never in these minutes. */
    @Override
    public void trim(int records) {}

    @Override
    public List<byte[]> all() {
        List<byte[]> all = new ArrayList<>();
        ExcerptTailer tailer = queue.createTailer().toStart();
        Bytes<?> record = Bytes.elasticByteBuffer();
        while (tailer.readBytes(record)) {
            all.add(record.toByteArray());
            record.clear();
        }
        return all;
    }

    @Override
    public void close() {
        queue.close();
    }
}
