package io.indago.bench.journal;

import java.nio.file.Path;
import java.util.List;

/** A library that could keep the journal. Called by one thread. */
interface Candidate extends AutoCloseable {

    /** When what is appended is safe. */
    enum Sync {
        /** When the disk has it: it survives a loss of power. */
        DISK,
        /** When the operating system has it: it survives a kill -9. */
        OS
    }

    /** Opens one in a folder. */
    @FunctionalInterface
    interface Opening {
        Candidate open(Path folder, Sync sync) throws Exception;
    }

    /** Returns when all of them are safe. */
    void append(List<byte[]> records) throws Exception;

    /** Forgets the oldest, that many. */
    void trim(int records) throws Exception;

    /** What it holds, oldest first. */
    List<byte[]> all() throws Exception;

    @Override
    void close() throws Exception;
}
