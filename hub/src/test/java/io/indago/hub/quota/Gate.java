package io.indago.hub.quota;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A way to a port that can be shut: connections break and new ones are refused, as if nobody was there. Or hushed: what is
 * open stays so for both, and nothing comes through any more.
 */
public final class Gate implements AutoCloseable {
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final Set<Socket> hushed = ConcurrentHashMap.newKeySet();
    private ServerSocket server;
    private volatile boolean hush;

    public Gate(int target) throws IOException {
        this.target = target;
        server = listen(0);
    }

    public int port() {
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

    /** Nothing comes through the connections there are, nor through those made until it is unhushed. */
    public void hush() {
        hush = true;
        hushed.addAll(open);
    }

    /** New connections work again; those that were hushed never do. */
    public void unhush() {
        hush = false;
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
                if (hush) {
                    hushed.addAll(List.of(near, far));
                }
                threads.execute(() -> copy(near, far));
                threads.execute(() -> copy(far, near));
            } catch (IOException shut) {
                // the loop ends when it is
            }
        }
    }

    private void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!hushed.contains(from)) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException broken) {
            // it ends as when it was closed
        }
        if (!hushed.contains(from)) {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            // it is no more, either way
        }
    }

    @Override
    public void close() throws IOException {
        shut();
        threads.shutdownNow();
    }
}
