package io.indago.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

class ArrivingBodyTest {
    private final AtomicLong nanos = new AtomicLong();
    private final ArrivingBody bodies = new ArrivingBody(Duration.ofSeconds(5), nanos::get);

    @Test
    void readsAllOfIt() throws IOException {
        byte[] body = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);

        assertThat(bodies.read(new ByteArrayInputStream(body))).isEqualTo(body);
        assertThat(bodies.read(InputStream.nullInputStream())).isEmpty();
    }

    @Test
    void refusesWhatIsTooLarge() {
        refused(new ByteArrayInputStream(new byte[64 * 1024 + 1]), HttpStatus.PAYLOAD_TOO_LARGE);
    }

    @Test
    void refusesWhatArrivesByteByByteForEver() {
        refused(
                new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }

                    @Override
                    public int read(byte[] piece, int from, int length) {
                        nanos.addAndGet(Duration.ofMillis(100).toNanos());
                        piece[from] = 'x';
                        return 1;
                    }
                },
                HttpStatus.REQUEST_TIMEOUT);
        assertThat(Duration.ofNanos(nanos.get())).isLessThan(Duration.ofMillis(5_200));
    }

    @Test
    void refusesWhatTheContainerStoppedWaitingFor() {
        refused(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new SocketTimeoutException("read");
                    }
                },
                HttpStatus.REQUEST_TIMEOUT);
    }

    private void refused(InputStream body, HttpStatus status) {
        assertThatThrownBy(() -> bodies.read(body))
                .isInstanceOfSatisfying(ResponseStatusException.class, refusal -> assertThat(refusal.getStatusCode())
                        .isEqualTo(status));
    }
}
