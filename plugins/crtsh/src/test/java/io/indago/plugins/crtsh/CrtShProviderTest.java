package io.indago.plugins.crtsh;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrtShProviderTest {
    private static final Indicator NAME = Indicator.of(IndicatorType.DOMAIN, "shop.example");

    @ParameterizedTest
    @CsvSource({
        "false, true, https://crt.sh/?q=shop.example&output=json&deduplicate=Y",
        "true, true, https://crt.sh/?q=%25.shop.example&output=json&deduplicate=Y",
        "false, false, https://crt.sh/?q=shop.example&output=json&deduplicate=Y&exclude=expired"
    })
    void searchesAsTheOperatorWants(String subdomains, String expired, String uri) {
        try (FixtureHost host = host(Map.of("subdomains", subdomains, "expired", expired), Reply.json("[]"))) {
            host.lookup(NAME);
            assertThat(host.calls()).singleElement().satisfies(call -> assertThat(call.uri())
                    .hasToString(uri));
        }
    }

    @Test
    void takesAPageInsteadOfJsonForABadReply() {
        assertThat(outcome(Reply.of(200, Map.of("content-type", "text/html"), "<html>crt.sh is busy</html>"))
                        .errorCause())
                .contains(ErrorCause.BAD_REPLY);
    }

    @Test
    void takesAListThatEndsHalfwayForABadReply() {
        assertThat(outcome(Reply.json("[{\"id\":1},{\"id\":2")).errorCause()).contains(ErrorCause.BAD_REPLY);
    }

    @Test
    void isUnavailableUnderLoad() {
        assertThat(outcome(Reply.status(502)).errorCause()).contains(ErrorCause.UNAVAILABLE);
    }

    private static Outcome outcome(HttpReply reply) {
        try (FixtureHost host = host(Map.of(), reply)) {
            return host.lookup(NAME).outcome();
        }
    }

    private static FixtureHost host(Map<String, String> settings, HttpReply reply) {
        return FixtureHost.of(new CrtShPlugin(), settings).replying(call -> reply);
    }
}
