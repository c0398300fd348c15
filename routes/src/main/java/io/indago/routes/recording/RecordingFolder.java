package io.indago.routes.recording;

import static java.util.Objects.requireNonNull;

import io.indago.host.HttpPort;
import io.indago.host.Recordings;
import io.indago.host.Scrubber;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Recordings in a folder: {@code <provider>/<call>.json}, a {@link io.indago.json.RecordedExchange} each. */
public final class RecordingFolder implements Recordings, AutoCloseable {
    private static final int READERS = 4;

    private final Path folder;
    private final Mode mode;
    private final Complaints complaints = new Complaints();
    private final Recorder recorder;
    private final ThreadPoolExecutor reader = new ThreadPoolExecutor(
            READERS, READERS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DaemonThread.named("replay"));

    /**
     * @param mode what is done for all providers and connectors
     */
    public RecordingFolder(Path folder, Mode mode, Clock clock) {
        this.folder = requireNonNull(folder, "folder");
        this.mode = requireNonNull(mode, "mode");
        recorder = new Recorder(folder, clock, complaints);
        reader.allowCoreThreadTimeOut(true);
    }

    @Override
    public Mode mode() {
        return mode;
    }

    @Override
    public HttpPort recording(HttpPort http, Scrubber scrubber) {
        return new RecordingHttp(http, new CleanCopy(scrubber), recorder);
    }

    @Override
    public HttpPort replaying(Scrubber scrubber) {
        return new ReplayHttp(folder, new CleanCopy(scrubber), reader);
    }

    @Override
    public List<String> problems() {
        return complaints.sentences();
    }

    /** Writes what is waiting, for at most five seconds. */
    @Override
    public void close() {
        reader.shutdown();
        recorder.close();
    }
}
