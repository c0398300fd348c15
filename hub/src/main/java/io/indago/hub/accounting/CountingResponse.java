package io.indago.hub.accounting;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Counts the bytes of an answer written to its stream. */
final class CountingResponse extends HttpServletResponseWrapper {
    private long bytes;

    CountingResponse(HttpServletResponse response) {
        super(response);
    }

    long bytes() {
        return bytes;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream stream = super.getOutputStream();
        return new ServletOutputStream() {
            @Override
            public void write(int b) throws IOException {
                stream.write(b);
                bytes++;
            }

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                stream.write(buffer, offset, length);
                bytes += length;
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
