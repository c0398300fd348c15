package io.indago.hub.web;

import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP/1.1 with small buffers, for every request in flight has its own: requests are short, and answers are
 * written at once, from one array, and not bit by bit.
 */
public final class LeanHttp11 extends Http11NioProtocol {
    private static final int KILOBYTE = 1_024;

    /** Made by Tomcat, by name. */
    public LeanHttp11() {
        setProperty("socket.appReadBufSize", Integer.toString(2 * KILOBYTE));
        // An answer of the usual length leaves in one piece
        setProperty("socket.appWriteBufSize", Integer.toString(16 * KILOBYTE));
    }

    /** How much of an answer is collected before it is passed on. */
    @Override
    public int getDesiredBufferSize() {
        return 2 * KILOBYTE;
    }
}
