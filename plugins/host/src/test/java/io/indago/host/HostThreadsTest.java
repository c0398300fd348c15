package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostThreadsTest {
    private final HostThreads threads = new HostThreads();

    @AfterEach
    void close() {
        threads.close();
    }

    /** A plugin's thread is mostly the one that asks for another. */
    @Test
    void takesNothingFromTheThreadThatAsks() throws Exception {
        InheritableThreadLocal<String> left = new InheritableThreadLocal<>();
        ClassLoader plugin = new ClassLoader() {};
        CompletableFuture<String> inherited = new CompletableFuture<>();
        CompletableFuture<ClassLoader> loader = new CompletableFuture<>();
        Thread asking = new Thread(() -> {
            left.set("a plugin's");
            threads.execute(() -> {
                inherited.complete(left.get());
                loader.complete(Thread.currentThread().getContextClassLoader());
            });
        });
        asking.setContextClassLoader(plugin);
        asking.start();

        assertThat(inherited.get()).isNull();
        assertThat(loader.get()).isNotSameAs(plugin);
    }

    @Test
    void goesOnAtOnceOnItsOwnThreads() throws Exception {
        CompletableFuture<Boolean> atOnce = new CompletableFuture<>();
        threads.execute(() -> {
            Thread own = Thread.currentThread();
            threads.run(() -> atOnce.complete(Thread.currentThread() == own));
        });

        assertThat(atOnce.get()).isTrue();
    }

    @Test
    void hopsFromAnyOtherThread() throws Exception {
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        threads.run(() -> ran.complete(Thread.currentThread()));

        assertThat(ran.get()).isNotSameAs(Thread.currentThread());
        assertThat(ran.get().getName()).startsWith("indago-host-");
    }
}
