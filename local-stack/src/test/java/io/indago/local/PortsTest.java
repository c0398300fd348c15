package io.indago.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void usesTheDocumentedPortsUnlessToldOtherwise() {
        Ports ports = Ports.from(Map.of("INDAGO_HUB_PORT", "9090"));

        assertThat(ports.of(PortName.HUB)).isEqualTo(9090);
        assertThat(ports.of(PortName.KEYCLOAK)).isEqualTo(8180);
        assertThat(ports.of(PortName.KAFKA_CONTROLLER)).isEqualTo(19093);
    }

    @Test
    void movesKafkasControllerAlongWithKafka() {
        Ports ports = Ports.from(Map.of("INDAGO_KAFKA_PORT", "29092"));

        assertThat(ports.of(PortName.KAFKA)).isEqualTo(29092);
        assertThat(ports.of(PortName.KAFKA_CONTROLLER)).isEqualTo(29093);
    }

    @Test
    void namesTheVariableThatIsNoPort() {
        for (String text : new String[] {"http", "", "0", "65535", "-1"}) {
            assertThatThrownBy(() -> Ports.from(Map.of("INDAGO_SANDBOX_PORT", text)))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("INDAGO_SANDBOX_PORT is '" + text + "'");
        }
    }

    @Test
    void refusesOnePortForTwo() {
        assertThatThrownBy(() -> Ports.from(Map.of("INDAGO_HUB_PORT", "8180")))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("8180")
                .hasMessageContaining("INDAGO_HUB_PORT")
                .hasMessageContaining("INDAGO_KEYCLOAK_PORT");
    }

    @Test
    void saysWhichPortIsTakenWhoWantsItAndHowToChangeIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.from(Map.of("INDAGO_HUB_PORT", Integer.toString(other.getLocalPort())));

            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("the hub")
                    .hasMessageContaining("INDAGO_HUB_PORT");
        }
    }

    @Test
    void findsPortsThatAreFreeAndDifferent() {
        Ports ports = Ports.free();

        assertThat(Arrays.stream(PortName.values()).map(ports::of)).doesNotHaveDuplicates();
        assertThatCode(ports::requireFree).doesNotThrowAnyException();
    }
}
