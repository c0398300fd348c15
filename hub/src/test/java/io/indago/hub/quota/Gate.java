package io.indago.hub.quota;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A way to a port that can be shut: connections break and new ones are refused, as if nobody was there. */
final class Gate implements AutoCloseable {
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private ServerSocket server;

    Gate(int target) throws IOException {
        this.target = target;
        server = listen(0);
    }

    int port() {
        return server.getLocalPort();
    }

    void shut() throws IOException {
        server.close();
        for (Socket socket = open.poll(); socket != null; socket = open.poll()) {
            socket.close();
        }
    }

    void openAgain() throws IOException {
        server = listen(port());
    }

    private ServerSocket listen(int port) throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        threads.execute(() -> accept(listening));
        return listening;
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket near = listening.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(near);
                open.add(far);
                threads.execute(() -> copy(near, far));
                threads.execute(() -> copy(far, near));
            } catch (IOException shut) {
                // the loop ends when it is
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException broken) {
            // both are closed
        }
    }

    @Override
    public void close() throws IOException {
        shut();
        threads.shutdownNow();
    }
}
