package io.indago.routes.provider;

import io.indago.routes.provider.HostileServer.Behaviour;
import io.indago.routes.provider.HostileServer.Connection;
import io.indago.routes.provider.HostileServer.Received;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Everything a server can do to a client; the first segment of a request's path names it. */
final class HostileReplies {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final Duration DRIP = Duration.ofMillis(20);
    private static final int FIFTY_MEGABYTES = 50 << 20;
    private static final byte[] BLOCK = new byte[1 << 16];
    private static final byte[] ZIPPED_MEGABYTE = gzip(new byte[1 << 20]);
    /** One member longer than any limit here: between two members Java may take the end of what is there for the end. */
    private static final byte[] BOMB = gzip(new byte[16 << 20]);

    private static final Map<String, Behaviour> BEHAVIOURS = Map.ofEntries(
            Map.entry("ok", (request, to) -> reply(to, "200 OK", "", "{\"hello\":1}")),
            Map.entry("never", (request, to) -> drip(to, "", "")),
            Map.entry("never-reads", (request, to) -> drip(to, "", "")),
            Map.entry("drips-header", (request, to) -> drip(to, "HTTP/1.1 200 OK\r\nX-A: ", "a")),
            Map.entry("drips-headers", (request, to) -> drip(to, "HTTP/1.1 200 OK\r\n", "X-A: a\r\n")),
            Map.entry("drips-body", (request, to) -> drip(to, OK + "Content-Length: 9999\r\n\r\n", "a")),
            Map.entry(
                    "drips-chunks", (request, to) -> drip(to, OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n")),
            Map.entry("drips-gzip", (request, to) -> dripGzip(to)),
            Map.entry("drips-informational", (request, to) -> drip(to, "", "HTTP/1.1 103 Early Hints\r\n\r\n")),
            Map.entry("endless-headers", (request, to) -> repeat(to, "HTTP/1.1 200 OK\r\n", "X-A: aaaaaaaaaaaaa\r\n")),
            Map.entry("endless-header", (request, to) -> repeat(to, "HTTP/1.1 200 OK\r\nX-A: ", "aaaaaaaaaaaaaaaaa")),
            Map.entry("big", (request, to) -> big(to)),
            Map.entry("big-chunked", (request, to) -> bigChunked(to)),
            Map.entry("big-without-length", (request, to) -> bigWithoutLength(to)),
            Map.entry("gzip-bomb", (request, to) -> bomb(to)),
            Map.entry("gzip", (request, to) -> encoded(to, "gzip", gzip("{\"zipped\":1}"))),
            Map.entry("gzip-twice", (request, to) -> encoded(to, "gzip, gzip", gzip(gzip("{\"zipped\":2}")))),
            Map.entry("gzip-damaged", (request, to) -> encoded(to, "gzip", "no gzip".getBytes(StandardCharsets.UTF_8))),
            Map.entry("brotli", (request, to) -> encoded(to, "br", new byte[] {11, 2, -128, 123, 125, 3})),
            Map.entry(
                    "identity",
                    (request, to) -> encoded(to, "identity", "{\"plain\":1}".getBytes(StandardCharsets.UTF_8))),
            Map.entry("latin1", (request, to) -> latin1(to)),
            Map.entry(
                    "serialised",
                    (request, to) ->
                            to.write("HTTP/1.1 200 OK\r\nContent-Type: application/x-java-serialized-object\r\n"
                                    + "Content-Length: 4\r\n\r\nabcd")),
            Map.entry("empty", (request, to) -> to.write("HTTP/1.1 204 No Content\r\n\r\n")),
            Map.entry("missing", (request, to) -> reply(to, "404 Not Found", "", "{\"error\":\"unknown\"}")),
            Map.entry("busy", (request, to) -> reply(to, "429 Too Many Requests", "Retry-After: 0\r\n", "")),
            Map.entry("down", (request, to) -> reply(to, "503 Service Unavailable", "Retry-After: 0\r\n", "")),
            Map.entry(
                    "wants-password", (request, to) -> reply(to, "401 No", "WWW-Authenticate: Basic realm=x\r\n", "")),
            Map.entry("cookie", (request, to) -> reply(to, "200 OK", "Set-Cookie: sid=alice; Path=/\r\n", "{}")),
            Map.entry("resets", (request, to) -> to.reset()),
            Map.entry("hangs-up", (request, to) -> to.hangUp()),
            Map.entry("cut-short", (request, to) -> cutShort(to)),
            Map.entry("no-http", (request, to) -> noHttp(to)));

    private HostileReplies() {}

    static void answer(Received request, Connection to) throws IOException {
        String name = request.name();
        if (name.startsWith("redirect-")) {
            String status = name.substring("redirect-".length());
            reply(to, status + " Elsewhere", "Location: /ok/target\r\n", "");
        } else {
            BEHAVIOURS.get(name).answer(request, to);
        }
    }

    private static void reply(Connection to, String status, String headers, String body) throws IOException {
        to.write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + headers + "Content-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    private static void drip(Connection to, String first, String drop) throws IOException {
        to.write(first);
        while (true) {
            to.idle(DRIP);
            to.write(drop);
        }
    }

    private static void dripGzip(Connection to) throws IOException {
        to.write(OK + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (byte drop : ZIPPED_MEGABYTE) {
            to.idle(DRIP);
            to.write(new byte[] {'1', '\r', '\n', drop, '\r', '\n'});
        }
    }

    private static void repeat(Connection to, String first, String rest) throws IOException {
        to.write(first);
        String block = rest.repeat(1000);
        while (true) {
            to.write(block);
        }
    }

    private static void big(Connection to) throws IOException {
        to.write(OK + "Content-Length: " + FIFTY_MEGABYTES + "\r\n\r\n");
        for (int written = 0; written < FIFTY_MEGABYTES; written += BLOCK.length) {
            to.write(BLOCK);
        }
    }

    private static void bigChunked(Connection to) throws IOException {
        to.write(OK + "Transfer-Encoding: chunked\r\n\r\n");
        for (int written = 0; written < FIFTY_MEGABYTES; written += BLOCK.length) {
            to.write(Integer.toHexString(BLOCK.length) + "\r\n");
            to.write(BLOCK);
            to.write("\r\n");
        }
        to.write("0\r\n\r\n");
    }

    private static void bigWithoutLength(Connection to) throws IOException {
        to.write(OK + "Connection: close\r\n\r\n");
        for (int written = 0; written < FIFTY_MEGABYTES; written += BLOCK.length) {
            to.write(BLOCK);
        }
        to.hangUp();
    }

    /** Ten gigabytes in ten megabytes: gzip members may follow each other. */
    private static void bomb(Connection to) throws IOException {
        to.write(OK + "Content-Encoding: gzip\r\nContent-Length: " + 1_000L * BOMB.length + "\r\n\r\n");
        for (int i = 0; i < 1_000; i++) {
            to.write(BOMB);
        }
    }

    private static void encoded(Connection to, String encoding, byte[] body) throws IOException {
        to.write(OK + "Content-Encoding: " + encoding + "\r\nContent-Length: " + body.length + "\r\n\r\n");
        to.write(body);
    }

    private static void latin1(Connection to) throws IOException {
        byte[] body = "München".getBytes(StandardCharsets.ISO_8859_1);
        to.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=ISO-8859-1\r\nContent-Length: " + body.length
                + "\r\n\r\n");
        to.write(body);
    }

    private static void cutShort(Connection to) throws IOException {
        to.write(OK + "Content-Length: 1000\r\n\r\n{\"half\":");
        to.hangUp();
    }

    private static void noHttp(Connection to) throws IOException {
        to.write("220 mail.example.com ESMTP ready\r\n");
        to.hangUp();
    }

    private static byte[] gzip(String text) {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }
}
