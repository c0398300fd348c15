package io.indago.routes.recording;

import io.indago.host.CallLimits;
import io.indago.host.HttpPort;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import java.util.concurrent.CompletionStage;

/** Makes the calls of one run and hands each with its reply to the recorder, which never holds them up. */
final class RecordingHttp implements HttpPort {
    private final HttpPort http;
    private final CleanCopy copy;
    private final Recorder recorder;
    private final RunCounts counts = new RunCounts();

    RecordingHttp(HttpPort http, CleanCopy copy, Recorder recorder) {
        this.http = http;
        this.copy = copy;
        this.recorder = recorder;
    }

    @Override
    public CompletionStage<HttpReply> send(String provider, HttpCall call, CallLimits limits) {
        RecordedCall recorded = RecordedCall.of(provider, call, copy);
        int number = counts.next(recorded);
        return http.send(provider, call, limits).whenComplete((reply, failure) -> {
            if (reply != null) {
                recorder.record(recorded, number, reply, copy);
            }
        });
    }
}
