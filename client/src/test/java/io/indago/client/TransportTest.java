package io.indago.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransportTest {
    private final Transport transport = new Transport(Transport.usualHttp());

    @Test
    void doesNotWaitForAnAnswerThatHasBegunButNeverEnds() {
        try (FakeServer server = new FakeServer()) {
            server.isSilent("/drip");

            assertThatThrownBy(() -> send(server.address() + "/drip", Duration.ofMillis(200)))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessage(server.address() + " did not answer within 0.2 s");
        }
    }

    @Test
    void tellsThatAnotherProtocolIsSpokenThere() throws Exception {
        try (ServerSocket mail = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread greeting = new Thread(() -> greet(mail));
            greeting.start();
            String address = "http://127.0.0.1:" + mail.getLocalPort();

            assertThatThrownBy(() -> send(address, Duration.ofSeconds(10)))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageStartingWith("the connection to " + address + " broke");
            greeting.join();
        }
    }

    private Answer send(String address, Duration patience) throws Exception {
        return transport.send(HttpRequest.newBuilder(URI.create(address)).build(), patience);
    }

    private static void greet(ServerSocket mail) {
        try (Socket connection = mail.accept()) {
            connection.getOutputStream().write("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
            connection.getInputStream().read();
        } catch (IOException closed) {
            // the client has heard enough
        }
    }
}
