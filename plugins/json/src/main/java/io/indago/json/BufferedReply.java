package io.indago.json;

import static java.util.Objects.requireNonNull;

import io.indago.spi.HttpReply;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A whole reply in memory. */
public final class BufferedReply implements HttpReply {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private BufferedReply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * A reply.
     *
     * @param body decompressed; it is not copied and now belongs to the reply
     */
    public static BufferedReply of(int status, Map<String, List<String>> headers, byte[] body) {
        requireNonNull(body, "body");
        Map<String, String> first = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> values.stream().findFirst().ifPresent(value -> first.put(name, value)));
        return new BufferedReply(status, first, body);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The first value of each header. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    @Override
    public byte[] bytes() {
        return body.clone();
    }

    @Override
    public int size() {
        return body.length;
    }

    @Override
    public String text() {
        String text = new String(body, charset());
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    @Override
    public List<String> lines() {
        return text().lines().filter(line -> !line.isEmpty()).toList();
    }

    @Override
    public JsonView json() {
        return charset().equals(StandardCharsets.UTF_8) ? Json.parse(body) : Json.parse(text());
    }

    @Override
    public List<JsonView> jsonLines() {
        List<String> lines = text().lines().toList();
        return IntStream.range(0, lines.size())
                .filter(index -> !lines.get(index).isBlank())
                .mapToObj(index -> jsonOf(lines.get(index), index + 1))
                .toList();
    }

    private static JsonView jsonOf(String line, int number) {
        try {
            return Json.parse(line);
        } catch (ProviderException e) {
            throw ProviderException.of(e.kind(), "line " + number + " of the reply is no readable JSON", e);
        }
    }

    @Override
    public String toString() {
        return "BufferedReply[" + status + ", " + body.length + " bytes]";
    }

    private Charset charset() {
        String type = header("content-type").orElse("");
        int at = type.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return StandardCharsets.UTF_8;
        }
        String name = type.substring(at + "charset=".length())
                .split(";", 2)[0]
                .replace('"', ' ')
                .trim();
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
