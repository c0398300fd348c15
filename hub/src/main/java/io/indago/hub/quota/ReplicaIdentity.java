package io.indago.hub.quota;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who this replica is: whoever had its data folder before, if that one is dead for certain, which the lock on a file in it
 * says; otherwise somebody new.
 *
 * @param lock held as long as this process lives
 */
record ReplicaIdentity(UUID id, Optional<FileChannel> lock) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaIdentity.class);
    private static final int LENGTH = 36;

    static ReplicaIdentity in(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel file = FileChannel.open(
                    folder.resolve("replica"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (isMine(file)) {
                return new ReplicaIdentity(known(file), Optional.of(file));
            }
            file.close();
        } catch (IOException unusable) {
            LOG.atInfo()
                    .addKeyValue("folder", folder)
                    .addKeyValue("because", unusable.toString())
                    .log("The data folder can't say who this replica was; it begins as a new one");
        }
        return new ReplicaIdentity(UUID.randomUUID(), Optional.empty());
    }

    private static boolean isMine(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException another) {
            return false;
        }
    }

    private static UUID known(FileChannel file) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LENGTH);
        file.read(text, 0);
        try {
            return UUID.fromString(new String(text.array(), UTF_8));
        } catch (IllegalArgumentException none) {
            UUID fresh = UUID.randomUUID();
            file.write(ByteBuffer.wrap(fresh.toString().getBytes(UTF_8)), 0);
            return fresh;
        }
    }

    @Override
    public void close() throws IOException {
        if (lock.isPresent()) {
            lock.get().close();
        }
    }
}
