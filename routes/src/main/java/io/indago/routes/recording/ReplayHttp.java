package io.indago.routes.recording;

import io.indago.host.CallLimits;
import io.indago.host.HttpFailure;
import io.indago.host.HttpPort;
import io.indago.json.RecordedExchange;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Answers the calls of one run from recordings. It has nothing to send with. A call that is made again gets the next
 * recording of it, and the last for ever.
 */
final class ReplayHttp implements HttpPort {
    private final Path folder;
    private final CleanCopy copy;
    private final Executor reader;
    private final RunCounts counts = new RunCounts();

    ReplayHttp(Path folder, CleanCopy copy, Executor reader) {
        this.folder = folder;
        this.copy = copy;
        this.reader = reader;
    }

    @Override
    public CompletionStage<HttpReply> send(String provider, HttpCall call, CallLimits limits) {
        RecordedCall recorded = RecordedCall.of(provider, call, copy);
        int number = counts.next(recorded);
        CompletableFuture<HttpReply> reply = new CompletableFuture<>();
        reader.execute(() -> {
            try {
                reply.complete(read(recorded, number));
            } catch (HttpFailure | RuntimeException failure) {
                reply.completeExceptionally(failure);
            }
        });
        return reply;
    }

    private HttpReply read(RecordedCall call, int number) throws HttpFailure {
        Path file = call.file(folder, number);
        for (int before = number - 1; before > 0 && !Files.exists(file); before--) {
            file = call.file(folder, before);
        }
        if (!Files.exists(file)) {
            throw new HttpFailure(
                    HttpFailure.Kind.NOT_RECORDED,
                    "calls are replayed, and there is no recording of " + call + ": record it, or give " + file);
        }
        try {
            return RecordedExchange.read(Files.readAllBytes(file)).reply();
        } catch (IOException e) {
            throw new HttpFailure(
                    HttpFailure.Kind.NOT_RECORDED, "the recording " + file + " can't be read: " + e.getMessage(), e);
        }
    }
}
