package io.indago.bench;

import java.util.concurrent.atomic.AtomicInteger;

/** A different public address each time, so that no cache can help. */
final class Addresses {
    private final AtomicInteger count = new AtomicInteger();

    String next() {
        int n = count.incrementAndGet();
        return "20." + (n >> 16 & 255) + "." + (n >> 8 & 255) + "." + (n & 255);
    }
}
