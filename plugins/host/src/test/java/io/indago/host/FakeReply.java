package io.indago.host;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpReply;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reply without JSON: the host never reads a body. */
record FakeReply(int status, Map<String, String> headers, byte[] bytes) implements HttpReply {

    static FakeReply of(int status) {
        return of(status, "");
    }

    static FakeReply of(int status, String body) {
        return new FakeReply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public int size() {
        return bytes.length;
    }

    @Override
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public List<String> lines() {
        return text().lines().toList();
    }

    @Override
    public JsonView json() {
        throw ProviderException.of(ErrorKind.BAD_REPLY, "the reply is no JSON");
    }
}
