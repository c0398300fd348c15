package io.indago.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The raw bound's answer: the replies as they came, each tokenised to its end before. */
final class MergedAnswer {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_SIZE = 72 * 1024;

    private MergedAnswer() {}

    static Buffer of(String address, List<Future<Buffer>> replies) {
        Buffer answer = Buffer.buffer(USUAL_SIZE)
                .appendString("{\"indicator\":{\"type\":\"ipv4\",\"value\":\"" + address + "\"},\"reports\":[");
        for (int i = 0; i < replies.size(); i++) {
            Buffer reply = replies.get(i).result();
            tokenise(reply.getBytes());
            answer.appendString((i == 0 ? "" : ",") + "{\"provider\":\"" + Ids.provider(i + 1)
                            + "\",\"status\":\"hit\",\"reply\":")
                    .appendBuffer(reply)
                    .appendString("}");
        }
        return answer.appendString("]}");
    }

    private static void tokenise(byte[] reply) {
        try (JsonParser tokens = JSON.createParser(reply)) {
            while (tokens.nextToken() != null) {
                // to its end
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
