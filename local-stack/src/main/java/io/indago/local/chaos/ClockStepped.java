package io.indago.local.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hub's clock jumps an hour back, then a few minutes ahead, as far as tokens let it, then back to what it was. By
 * libfaketime, which fakes the time of one process and leaves the machine's alone.
 */
final class ClockStepped implements Fault {
    private static final List<String> STEPS = List.of("-3600", "+200", "+0");
    private static final List<Path> PLACES = Stream.of(
                    Optional.ofNullable(System.getenv("INDAGO_LIBFAKETIME")).orElse("/usr/lib/libfaketime.so.1"),
                    "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
                    "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
                    "/usr/lib64/faketime/libfaketime.so.1")
            .map(Path::of)
            .toList();

    @Override
    public List<String> strike(Turn turn) throws InterruptedException, IOException {
        Stand stand = turn.stand();
        Path clock = stand.journal().resolveSibling("clock");
        Files.writeString(clock, "+0\n");
        stand.hub().stop();
        stand.changeHub(Map.of(
                "LD_PRELOAD",
                library().orElseThrow().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1"));
        stand.hub().start();
        try {
            for (String step : STEPS) {
                turn.awaitMoment();
                Files.writeString(clock, step + "\n");
                Thread.sleep(2_000);
            }
            turn.awaitMoment();
        } finally {
            stand.hub().stop();
            stand.changeHub(Map.of());
        }
        return List.of();
    }

    /** Between the restarts with another clock nobody listens, and nothing is refused for it. */
    @Override
    public boolean lookupsGoOn() {
        return false;
    }

    @Override
    public Optional<String> obstacle() {
        return library().isPresent()
                ? Optional.empty()
                : Optional.of("no libfaketime here; install it, or name it in INDAGO_LIBFAKETIME");
    }

    private static Optional<Path> library() {
        return PLACES.stream().filter(Files::exists).findFirst();
    }
}
