package io.indago.plugins.virustotal;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.json.Json;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox answers in VirusTotal's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final List<JsonView> STUBS = stubs();

    @ParameterizedTest
    @CsvSource({
        "IPV4, 185.220.101.34, MALICIOUS",
        "IPV4, 8.8.8.8, BENIGN",
        "IPV4, 193.32.162.157, SUSPICIOUS",
        "DOMAIN, evil-updates.com, MALICIOUS",
        "DOMAIN, wikipedia.org, BENIGN",
        "URL, http://evil-updates.com/payload.exe, MALICIOUS",
        "SHA256, badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00d, MALICIOUS",
        "SHA256, 275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f, MALICIOUS",
        "MD5, 44d88612fea8a8f36de82e1278abb02f, MALICIOUS"
    })
    void knowsItsCast(IndicatorType type, String value, VerdictClass verdict) {
        VirusTotalObject object = VirusTotalObject.of(Indicator.of(type, value));
        Report report = VirusTotalReport.of(object, answer(object).at("/response/jsonBody"));

        assertThat(report.verdict()).isEqualTo(verdict);
        assertThat(report.lastSeen()).isPresent();
        assertThat(report.evidence()).isNotEmpty();
    }

    @Test
    void failsInTheWaysVirusTotalDoes() {
        JsonView spent = answer(IndicatorType.IPV4, "45.155.205.233");
        assertThat(spent.at("/response/status").integer()).hasValue(429);
        assertThat(spent.at("/response/headers/Retry-After").text()).contains("60");

        assertThat(answer(IndicatorType.IPV4, "193.32.162.157")
                        .at("/response/fixedDelayMilliseconds")
                        .integer())
                .hasValue(8000);

        String broken = answer(IndicatorType.IPV4, "91.92.251.103")
                .at("/response/body")
                .text()
                .orElseThrow();
        assertThat(broken).startsWith("{\"data\"").doesNotEndWith("}");
    }

    @Test
    void knowsNothingElse() {
        JsonView unknown = answer(IndicatorType.SHA1, "0".repeat(40));
        assertThat(unknown.at("/response/status").integer()).hasValue(404);
        assertThat(unknown.textAt("/response/jsonBody/error/code", "")).isEqualTo(VirusTotalError.NOT_FOUND);
    }

    @Test
    void asksForAKeyBeforeAnythingElse() {
        assertThat(STUBS.get(0).at("/request/headers/x-apikey/absent").flag()).contains(true);
        assertThat(STUBS.get(0).at("/response/status").integer()).hasValue(401);
        assertThat(STUBS.get(0).at("/request/urlPathPattern"))
                .isEqualTo(STUBS.get(STUBS.size() - 1).at("/request/urlPathPattern"));
    }

    private static JsonView answer(IndicatorType type, String value) {
        return answer(VirusTotalObject.of(Indicator.of(type, value)));
    }

    /** The stub WireMock would choose for a call with a key. */
    private static JsonView answer(VirusTotalObject object) {
        String path = "/www.virustotal.com/api/v3/" + object.collection() + "/" + object.id();
        return STUBS.stream()
                .filter(stub -> !stub.at("/request/headers").exists())
                .filter(stub -> path.equals(stub.textAt("/request/urlPath", ""))
                        || path.matches(stub.textAt("/request/urlPathPattern", "")))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonView> stubs() {
        try (InputStream file = SandboxTest.class.getResourceAsStream("/META-INF/indago/sandbox/virustotal.json")) {
            return Json.parse(file.readAllBytes()).at("/mappings").items().stream()
                    .sorted(Comparator.comparingLong(stub -> stub.integerAt("/priority", 5)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
