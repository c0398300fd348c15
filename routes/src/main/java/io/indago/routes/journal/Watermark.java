package io.indago.routes.journal;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far Kafka has the journal. */
final class Watermark {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rises = lock.newCondition();
    private volatile long number;

    long number() {
        return number;
    }

    void reach(long higher) {
        lock.lock();
        try {
            number = higher;
            rises.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it has reached that number in time. */
    boolean await(long wanted, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (number < wanted && nanos > 0) {
                nanos = rises.awaitNanos(nanos);
            }
            return number >= wanted;
        } finally {
            lock.unlock();
        }
    }
}
