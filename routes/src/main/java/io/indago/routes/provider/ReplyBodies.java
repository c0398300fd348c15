package io.indago.routes.provider;

import io.indago.host.CallLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.util.Arrays;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/** Reads replies' bodies, decompressed, within the limits of their calls; only so many long ones at once. */
final class ReplyBodies {
    /** The longest body whose length is believed before it is there. */
    private static final int BELIEVED = 128 * 1024;

    private final LongReplies longReplies;
    private final Clock clock;

    ReplyBodies(LongReplies longReplies, Clock clock) {
        this.longReplies = longReplies;
        this.clock = clock;
    }

    /** All of it; cuts the call when that fails. */
    byte[] read(ClassicHttpResponse response, CallLimits limits, Cancellable call) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        byte[] bytes;
        InputStream body = entity.getContent();
        try {
            if (entity.getContentLength() > limits.maxBytes()) {
                throw new CallGuard.TooLargeException();
            }
            // Not known of a compressed reply, or one in chunks
            int length = Math.toIntExact(entity.getContentLength());
            bytes = length >= 0 && length <= BELIEVED ? read(body, length) : read(body, limits);
        } catch (IOException | RuntimeException failure) {
            call.cancel(); // before closing, which would read on to the end
            closeCut(body, failure);
            throw failure;
        }
        body.close();
        // What HttpClient could not decode is still encoded; Camel would inflate it without a limit.
        Header encoding = response.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !"identity".equalsIgnoreCase(encoding.getValue())) {
            throw new CallGuard.UnreadableException();
        }
        return bytes;
    }

    /** All of a body of whatever length, bit by bit, and a long one only when there is room for it. */
    private byte[] read(InputStream body, CallLimits limits) throws IOException {
        int most = Math.toIntExact(limits.maxBytes() + 1);
        byte[] beginning = body.readNBytes(Math.min(most, LongReplies.SHORT));
        if (beginning.length < Math.min(most, LongReplies.SHORT)) {
            return beginning;
        }
        if (beginning.length == most) {
            throw new CallGuard.TooLargeException();
        }
        enter(limits);
        byte[] rest = body.readNBytes(most - beginning.length);
        if (beginning.length + rest.length == most) {
            throw new CallGuard.TooLargeException();
        }
        byte[] all = Arrays.copyOf(beginning, beginning.length + rest.length);
        System.arraycopy(rest, 0, all, beginning.length, rest.length);
        return all;
    }

    private void enter(CallLimits limits) throws IOException {
        try {
            if (!longReplies.enter(limits, clock)) {
                throw new CallGuard.DeadlineException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it waited for room");
        }
    }

    /** All of a body of that length, into place. */
    private static byte[] read(InputStream body, int length) throws IOException {
        byte[] bytes = new byte[length];
        int read = body.readNBytes(bytes, 0, length);
        return read == length ? bytes : Arrays.copyOf(bytes, read);
    }

    private static void closeCut(InputStream body, Exception failure) {
        try {
            body.close();
        } catch (IOException | RuntimeException alreadyCut) {
            failure.addSuppressed(alreadyCut);
        }
    }
}
