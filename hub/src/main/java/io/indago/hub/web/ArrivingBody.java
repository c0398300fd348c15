package io.indago.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Reads bodies that must not be long and must be there soon: whoever sends one byte after another would otherwise keep a thread,
 * and a place among the lookups in flight, for as long as he likes. A pause as long as all of it may take is ended by the
 * container.
 */
final class ArrivingBody {
    private static final int MOST = 64 * 1024;
    private static final int USUAL = 1_024;
    private static final byte[] NOTHING = {};

    private final Duration time;
    private final LongSupplier nanos;

    /** @param time how long it may take */
    ArrivingBody(Duration time, LongSupplier nanos) {
        this.time = time;
        this.nanos = nanos;
    }

    byte[] read(HttpServletRequest request) throws IOException {
        return isAnnounced(request) ? read(request.getInputStream()) : NOTHING;
    }

    byte[] read(InputStream body) throws IOException {
        long start = nanos.getAsLong();
        ByteArrayOutputStream read = new ByteArrayOutputStream(USUAL);
        byte[] piece = new byte[USUAL];
        try {
            for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
                read.write(piece, 0, length);
                if (read.size() > MOST) {
                    throw new ResponseStatusException(
                            HttpStatus.PAYLOAD_TOO_LARGE, "The body is larger than " + MOST + " bytes");
                }
                if (nanos.getAsLong() - start > time.toNanos()) {
                    throw late();
                }
            }
        } catch (SocketTimeoutException paused) {
            throw late();
        }
        return read.toByteArray();
    }

    private ResponseStatusException late() {
        return new ResponseStatusException(
                HttpStatus.REQUEST_TIMEOUT, "The body was not there within " + time.toMillis() + " ms");
    }

    /** In HTTP/1.1 a body announces itself (RFC 9112, 6.3); reading one that isn't there takes a buffer. */
    private static boolean isAnnounced(HttpServletRequest request) {
        return request.getContentLengthLong() > 0
                || request.getHeader("Transfer-Encoding") != null
                || !request.getProtocol().startsWith("HTTP/1.");
    }
}
