package io.indago.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A POST whose body of {@value #LENGTH} bytes is sent as slowly as one likes. */
final class SlowRequest implements AutoCloseable {
    private static final int LENGTH = 1_000;
    private static final int PATIENCE_MS = 20_000;

    private final Socket socket;
    private final BufferedReader answers;
    private final String token;
    private int sent;

    private SlowRequest(Socket socket, String token) throws IOException {
        this.socket = socket;
        this.token = token;
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Sends all but the body. */
    static SlowRequest post(int port, String path, String token) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        SlowRequest request = new SlowRequest(socket, token);
        request.again(path);
        return request;
    }

    /** Another one on the same connection. */
    void again(String path) throws IOException {
        String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        sent = 0;
        write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + authorization
                + "Content-Length: " + LENGTH + "\r\n\r\n");
    }

    void rest() throws IOException {
        write(" ".repeat(LENGTH - sent));
    }

    /** From now on, until the connection is closed by either side. */
    void drip(Duration pause) {
        Thread dripping = new Thread(() -> {
            try {
                for (; sent < LENGTH - 1; sent++) {
                    write(" ");
                    Thread.sleep(pause.toMillis());
                }
            } catch (IOException closed) {
                // as it should be
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        dripping.setDaemon(true);
        dripping.start();
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The status of the answer, when it is there with its body. */
    int status() throws IOException {
        String line = answers.readLine();
        int length = 0;
        for (String header = answers.readLine(); !header.isEmpty(); header = answers.readLine()) {
            if (header.startsWith("Content-Length: ")) {
                length = Integer.parseInt(header.substring("Content-Length: ".length()));
            }
        }
        for (int i = 0; i < length; i++) {
            answers.read();
        }
        return Integer.parseInt(line.split(" ")[1]);
    }

    /** Returns when the hub has closed the connection. */
    void awaitEnd() {
        try {
            if (answers.read() >= 0) {
                throw new IllegalStateException("another answer");
            }
        } catch (IOException reset) {
            if (reset instanceof SocketTimeoutException) {
                throw new UncheckedIOException("the connection is still open", reset);
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
