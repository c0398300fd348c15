package io.indago.routes.provider;

import java.io.IOException;
import java.net.Socket;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.io.CloseMode;

/**
 * Makes a provider's connections, each on the thread of the call that needs it. HttpClient loses the connection of a call
 * that is cancelled after it was promised one and before its socket is there: the pool has already forgotten it, the call
 * opens it nevertheless, and nobody closes it.
 */
final class CallConnections implements HttpConnectionFactory<ManagedHttpClientConnection> {
    private final HttpConnectionFactory<ManagedHttpClientConnection> factory;
    private final ThreadLocal<ManagedHttpClientConnection> made = new ThreadLocal<>();

    CallConnections(Http1Config config) {
        factory =
                ManagedHttpClientConnectionFactory.builder().http1Config(config).build();
    }

    @Override
    public ManagedHttpClientConnection createConnection(Socket socket) throws IOException {
        ManagedHttpClientConnection connection = factory.createConnection(socket);
        made.set(connection);
        return connection;
    }

    /** Forgets what earlier calls of this thread have made. */
    void begin() {
        made.remove();
    }

    /** Closes the connection made since, if there is one, also when it was closed before it had a socket. */
    void cut() throws IOException {
        ManagedHttpClientConnection connection = made.get();
        if (connection != null) {
            made.remove();
            connection.close(CloseMode.IMMEDIATE);
            if (connection.getSocket() != null) {
                connection.getSocket().close();
            }
        }
    }
}
