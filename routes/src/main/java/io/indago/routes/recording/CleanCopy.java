package io.indago.routes.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.indago.host.Scrubber;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be kept of a call and its reply. */
final class CleanCopy {
    /** Credentials, and who the operator is, where he sits and which request of his it was. */
    private static final Set<String> PRIVATE_HEADERS = Set.of(
            "cookie",
            "auth",
            "token",
            "secret",
            "key",
            "session",
            "csrf",
            "xsrf",
            "user",
            "account",
            "customer",
            "email",
            "forwarded",
            "client",
            "real-ip",
            "remote",
            "request-id",
            "trace",
            "cf-ray");

    /** Of the connection, and not true of what is kept. */
    private static final Set<String> HEADERS_OF_THE_WAY =
            Set.of("content-encoding", "content-length", "transfer-encoding", "connection", "keep-alive");

    private final Scrubber scrubber;

    CleanCopy(Scrubber scrubber) {
        this.scrubber = scrubber;
    }

    String text(String text) {
        return Credentials.scrub(scrubber.scrub(text));
    }

    /** Empty when a secret is in there in a way it can't be taken out. */
    Optional<byte[]> body(byte[] body) {
        Charset charset = isUtf8(body) ? UTF_8 : ISO_8859_1; // the latter gives back any bytes as they were
        String before = new String(body, charset);
        String clean = text(before);
        // as in UTF-16, where every other byte of a secret is zero
        boolean hidden = clean.indexOf('\0') >= 0 && scrubber.finds(clean.replace("\0", ""));
        return hidden ? Optional.empty() : Optional.of(clean.equals(before) ? body : clean.getBytes(charset));
    }

    static boolean isPrivate(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return PRIVATE_HEADERS.stream().anyMatch(name::contains);
    }

    static boolean isOfTheWay(String header) {
        return HEADERS_OF_THE_WAY.contains(header.toLowerCase(Locale.ROOT));
    }

    private static boolean isUtf8(byte[] body) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException binary) {
            return false;
        }
    }
}
