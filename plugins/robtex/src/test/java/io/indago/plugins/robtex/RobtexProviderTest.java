package io.indago.plugins.robtex;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RobtexProviderTest {

    @Test
    void asksThePaidApiWithAKeyThatIsNotShown() {
        try (FixtureHost host = FixtureHost.of(new RobtexPlugin(), Map.of("api-key", "made-up-key"))
                .replying(call -> Reply.fixture("address.json"))) {
            host.lookup(Indicator.of(IndicatorType.IPV4, "203.0.114.9"));
            assertThat(host.calls()).singleElement().satisfies(call -> {
                assertThat(call.uri()).hasToString("https://proapi.robtex.com/ipquery/203.0.114.9?key=made-up-key");
                assertThat(call.toString()).doesNotContain("made-up-key");
            });
        }
    }
}
