package io.indago.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** The raw bound's answer, about as long as the hub's: tokens of the replies, copied as they pass. */
final class MergedAnswer {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_SIZE = 12 * 1024;
    /** Whose values go into the answer; the rest is tokenised and dropped. */
    private static final Set<String> KEPT = Set.of(
            "id",
            "asn",
            "as_owner",
            "country",
            "network",
            "first_submission_date",
            "last_analysis_date",
            "last_analysis_stats",
            "reputation",
            "tags",
            "total_votes",
            "whois",
            "Example Engine 01",
            "Example Engine 02",
            "Example Engine 03",
            "Example Engine 04",
            "Example Engine 05",
            "Example Engine 06",
            "Example Engine 07");

    private MergedAnswer() {}

    static Buffer of(String address, List<Future<Buffer>> replies) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeObjectFieldStart("indicator");
            out.writeStringField("type", "ipv4");
            out.writeStringField("value", address);
            out.writeEndObject();
            out.writeArrayFieldStart("reports");
            for (int i = 0; i < replies.size(); i++) {
                out.writeStartObject();
                out.writeStringField("provider", Ids.provider(i + 1));
                out.writeStringField("status", "hit");
                copy(replies.get(i).result().getBytes(), out);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private static void copy(byte[] reply, JsonGenerator out) throws IOException {
        try (JsonParser in = JSON.createParser(reply)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token == JsonToken.FIELD_NAME && KEPT.contains(in.currentName())) {
                    out.copyCurrentStructure(in);
                }
            }
        }
    }
}
