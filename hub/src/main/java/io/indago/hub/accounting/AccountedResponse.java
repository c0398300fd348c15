package io.indago.hub.accounting;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * An answer that is recorded before it is finished: one whose length is announced before its first byte, another before
 * its end. Nothing leaves of an answer that could not be recorded before its first byte.
 */
final class AccountedResponse extends HttpServletResponseWrapper {
    private static final long UNKNOWN = -1;

    private final Recording recording;
    private long announced = UNKNOWN;
    private long bytes;
    private boolean recorded;
    private boolean refused;

    AccountedResponse(HttpServletResponse response, Recording recording) {
        super(response);
        this.recording = recording;
    }

    /** Where answers are recorded. */
    @FunctionalInterface
    interface Recording {
        /** Whether it could be. */
        boolean record(int status, long bytes);
    }

    /** Records it if it isn't yet; whether it may be sent. */
    boolean end() {
        record(bytes);
        return !refused;
    }

    private void record(long length) {
        if (!recorded) {
            recorded = true;
            refused = !recording.record(getStatus(), length);
        }
    }

    private boolean permits(int more) {
        if (announced != UNKNOWN) {
            record(announced);
        }
        bytes += more;
        return !refused;
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        announced = length;
        super.setContentLengthLong(length);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream stream = super.getOutputStream();
        return new ServletOutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (permits(1)) {
                    stream.write(b);
                }
            }

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                if (permits(length)) {
                    stream.write(buffer, offset, length);
                }
            }

            @Override
            public void flush() throws IOException {
                stream.flush();
            }

            @Override
            public boolean isReady() {
                return stream.isReady();
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                stream.setWriteListener(listener);
            }
        };
    }
}
