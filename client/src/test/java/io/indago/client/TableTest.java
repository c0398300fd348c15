package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.client.Display.Colour;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final List<String> HEADING = List.of("ID", "TYPES", "STATE");
    private static final String TYPES = "ipv4 ipv6 domain fqdn url md5 sha1 sha256";

    @Test
    void takesTheRoomOfTheLastColumnFromTheBroadestButNeverFromNames() {
        Table table = new Table(new Display(60, false, true), 2, HEADING);
        table.add(Colour.PLAIN, List.of("a-provider-with-a-long-name", TYPES, "no key is configured"));

        assertThat(table.text()).isEqualTo("""
                        ID                           TYPES         STATE
                        a-provider-with-a-long-name  ipv4 ipv6 d…  no key is
                                                                   configured
                        """);
    }

    @Test
    void leavesColumnsAsTheyAreWhereThereIsRoom() {
        Table table = new Table(new Display(60, false, true), 2, HEADING);
        table.add(Colour.PLAIN, List.of("dns", "ipv4 ipv6 domain fqdn url", "live"));

        assertThat(table.text()).isEqualTo("""
                        ID   TYPES                      STATE
                        dns  ipv4 ipv6 domain fqdn url  live
                        """);
    }
}
