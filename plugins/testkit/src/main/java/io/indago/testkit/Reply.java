package io.indago.testkit;

import static java.util.Objects.requireNonNull;

import io.indago.json.BufferedReply;
import io.indago.json.RecordedExchange;
import io.indago.spi.HttpReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Makes replies. */
public final class Reply {
    private Reply() {}

    /** 200 with that JSON. */
    public static HttpReply json(String body) {
        return of(200, Map.of("content-type", "application/json"), body);
    }

    /** 200 with a file of {@code src/test/resources/fixtures/}, {@code hit.json}. */
    public static HttpReply fixture(String file) {
        return fixture(200, file);
    }

    /** That status with a file of {@code src/test/resources/fixtures/}. */
    public static HttpReply fixture(int status, String file) {
        return BufferedReply.of(status, Map.of("content-type", List.of(contentType(file))), read(file));
    }

    /** That status without a body. */
    public static HttpReply status(int status) {
        return of(status, Map.of(), "");
    }

    /** That status, those headers and that body, UTF-8. */
    public static HttpReply of(int status, Map<String, String> headers, String body) {
        Map<String, List<String>> all = headers.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        return BufferedReply.of(status, all, body.getBytes(StandardCharsets.UTF_8));
    }

    /** What the hub recorded in that file of {@code src/test/resources/fixtures/}. */
    static RecordedExchange exchange(String file) {
        try {
            return RecordedExchange.read(read(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the fixture " + file + " is none the hub recorded: " + e.getMessage(), e);
        }
    }

    private static String contentType(String file) {
        return file.endsWith(".json") ? "application/json" : "text/plain; charset=utf-8";
    }

    private static byte[] read(String file) {
        String resource = "fixtures/" + requireNonNull(file, "file");
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no fixture src/test/resources/" + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
