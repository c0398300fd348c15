package io.indago.plugins.misp;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.Health;
import io.indago.spi.IndicatorType;
import io.indago.spi.Tlp;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import io.indago.testkit.Samples;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MispConnectorTest {
    private static final String ROLE =
            "{\"User\": {}, \"Role\": {\"perm_add\": true, \"perm_modify\": true, \"perm_tagger\": %s}}";

    @Test
    void isHealthyWithAKeyThatMayDoWhatItIsToDo() {
        assertThat(health(ROLE.formatted(true), Map.of()).state()).isEqualTo(Health.State.UP);
        assertThat(health(ROLE.formatted(false), Map.of()))
                .hasToString("DOWN: the role of the key's user lacks perm_tagger");
        assertThat(health(ROLE.formatted(true), Map.of("publish", "true")))
                .hasToString("DOWN: the role of the key's user lacks perm_publish");
        assertThat(health("{}", Map.of())).hasToString("DOWN: what answers there tells of no MISP user");
    }

    @ParameterizedTest
    @CsvSource({"CLEAR, 3", "AMBER, 3", "AMBER_STRICT, 0", "RED, 0"})
    void widensNoDistributionBeyondTheTlp(Tlp tlp, String distribution) {
        assertThat(sent(IndicatorType.IPV4, tlp)).contains("\"distribution\":\"" + distribution + "\",\"published\"");
    }

    @ParameterizedTest
    @CsvSource({
        "IPV6, ip-src, true",
        "CIDR, ip-src, true",
        "DOMAIN, domain, true",
        "FQDN, hostname, true",
        "URL, url, true",
        "MD5, md5, true",
        "SHA1, sha1, true",
        "SHA256, sha256, true",
        "SHA512, sha512, true",
        "EMAIL, email-src, true",
        "CVE, vulnerability, false",
        "ASN, AS, false"
    })
    void writesEachTypeAsMispKnowsIt(IndicatorType type, String written, boolean toIds) {
        String value = Samples.of(type).value();

        assertThat(sent(type, Tlp.GREEN))
                .contains("\"type\":\"" + written + "\"")
                .contains("\"value\":\"" + value + "\",\"to_ids\":" + toIds);
    }

    @Test
    void takesNoMoreRelatedIndicatorsThanAnEventBears() {
        try (FixtureHost host = host(Map.of("related", "101"))) {
            assertThat(host.connectorHealth().reason()).contains("related must be 0 to 100, was 101");
        }
    }

    private static String sent(IndicatorType type, Tlp tlp) {
        try (FixtureHost host =
                host(Map.of("distribution", "3")).replying(call -> Reply.fixture("event-unknown.json"))) {
            host.push(Samples.enrichment(type, VerdictClass.MALICIOUS, tlp));
            return host.calls().get(1).body().orElseThrow();
        }
    }

    private static Health health(String reply, Map<String, String> settings) {
        try (FixtureHost host = host(settings).replying(call -> Reply.json(reply))) {
            return host.connectorHealth();
        }
    }

    private static FixtureHost host(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("url", "https://misp.example.org");
        settings.put("api-key", "made-up-key-of-a-test");
        return FixtureHost.ofConnector(new MispPlugin(), settings);
    }
}
