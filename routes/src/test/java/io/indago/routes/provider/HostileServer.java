package io.indago.routes.provider;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * A server on a free port of 127.0.0.1 that speaks HTTP as well or as badly as its {@link Behaviour} does, counts the
 * connections that are open, and keeps what it received.
 */
final class HostileServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "hostile-server");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private int open;

    /** What the server does with a request; it may do so for ever. */
    @FunctionalInterface
    interface Behaviour {
        void answer(Received request, Connection connection) throws IOException;
    }

    HostileServer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        socket = new ServerSocket(0, 500, InetAddress.getByName("127.0.0.1"));
        threads.execute(this::accept);
    }

    String base() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** The requests since the last {@link #forget}. */
    List<Received> received() {
        return List.copyOf(received);
    }

    Received onlyRequest() {
        if (received.size() != 1) {
            throw new AssertionError("expected one request, got " + received);
        }
        return received.get(0);
    }

    /** The bytes of replies written since the last {@link #forget}. */
    long sent() {
        return sent.get();
    }

    void forget() {
        received.clear();
        sent.set(0);
    }

    /** Waits until so many connections are open, as the server sees it. */
    synchronized void awaitOpen(int connections, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (open != connections) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("expected " + connections + " open connections, there are " + open);
                }
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                count(1);
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            // The end of the test.
        }
    }

    private void serve(Socket client) {
        try (client) {
            Connection connection = new Connection(client, sent);
            while (true) {
                Received request = connection.read();
                received.add(request);
                behaviour.answer(request, connection);
            }
        } catch (IOException | UncheckedIOException gone) {
            // The client hung up, as it should.
        } finally {
            count(-1);
        }
    }

    private synchronized void count(int change) {
        open += change;
        notifyAll();
    }

    /** A request, byte by byte as ISO 8859-1. */
    record Received(String head, String body) {
        /** The request target: path and query as they came. */
        String target() {
            return head.split(" ", 3)[1];
        }

        String method() {
            return head.split(" ", 2)[0];
        }

        /** The first segment of the path. */
        String name() {
            return target().substring(1).split("[/?]", 2)[0];
        }

        /** The headers by name in lower case. */
        Map<String, List<String>> headers() {
            return Arrays.stream(head.split("\r\n"))
                    .skip(1)
                    .map(line -> line.split(": ?", 2))
                    .collect(Collectors.groupingBy(
                            field -> field[0].toLowerCase(Locale.ROOT),
                            TreeMap::new,
                            Collectors.mapping(field -> field[1], Collectors.toList())));
        }

        List<String> header(String name) {
            return headers().getOrDefault(name, List.of());
        }

        /** The body's bytes read as UTF-8. */
        String text() {
            return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    /** A connection to a client. */
    static final class Connection {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private final AtomicLong sent;

        private Connection(Socket socket, AtomicLong sent) throws IOException {
            this.socket = socket;
            this.sent = sent;
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        private Received read() throws IOException {
            socket.setSoTimeout(0);
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                head.write(next());
            }
            Received request = new Received(head.toString(StandardCharsets.ISO_8859_1), "");
            // A body nobody reads fills the client's buffers and blocks it.
            if (request.name().equals("never-reads")) {
                return request;
            }
            int length = request.header("content-length").stream()
                    .mapToInt(Integer::parseInt)
                    .sum();
            return new Received(request.head(), new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }

        private int next() throws IOException {
            int read = in.read();
            if (read < 0) {
                throw new IOException("the client is gone");
            }
            return read;
        }

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        void write(byte[] bytes) throws IOException {
            out.write(bytes);
            sent.addAndGet(bytes.length);
        }

        /** Does nothing for that long, or throws as soon as the client hangs up. */
        void idle(Duration time) throws IOException {
            socket.setSoTimeout((int) time.toMillis());
            try {
                next();
            } catch (SocketTimeoutException stillThere) {
                // Idle long enough.
            }
        }

        /** Ends the connection without a goodbye. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
            throw new IOException("reset");
        }

        /** Ends the connection. */
        void hangUp() throws IOException {
            socket.close();
            throw new IOException("hung up");
        }
    }
}
