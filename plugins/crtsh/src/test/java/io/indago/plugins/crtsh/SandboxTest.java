package io.indago.plugins.crtsh;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.SandboxAnswers;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox answers in crt.sh's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("crtsh");

    @ParameterizedTest
    @CsvSource({
        "false, evil-updates.com, mail.evil-updates.com",
        "true, evil-updates.com, mail.evil-updates.com",
        "false, wikipedia.org, www.wikipedia.org",
        "true, wikipedia.org, www.wikipedia.org"
    })
    void knowsItsCast(String subdomains, String name, String other) {
        assertThat(lookup(subdomains, IndicatorType.DOMAIN, name).report())
                .get()
                .satisfies(report -> {
                    assertThat(report.related()).extracting(Related::value).contains(other);
                    assertThat(report.lastSeen()).isPresent();
                });
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void knowsNothingElse(String subdomains) {
        assertThat(lookup(subdomains, IndicatorType.FQDN, "www.nowhere.example").status())
                .isEqualTo(Status.NO_DATA);
        assertThat(lookup(subdomains, IndicatorType.SHA1, "9".repeat(40)).status())
                .isEqualTo(Status.NO_DATA);
    }

    private static Outcome lookup(String subdomains, IndicatorType type, String value) {
        try (FixtureHost host = FixtureHost.of(new CrtShPlugin(), Map.of("subdomains", subdomains))
                .replying(ANSWERS::answer)) {
            return host.lookup(Indicator.of(type, value)).outcome();
        }
    }
}
