package io.indago.plugins.virustotal;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import io.indago.testkit.SandboxAnswers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox answers in VirusTotal's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("virustotal");

    @ParameterizedTest
    @CsvSource({
        "IPV4, 185.220.101.34, MALICIOUS",
        "IPV6, 2a0b:f4c2::34, MALICIOUS",
        "IPV4, 8.8.8.8, BENIGN",
        "IPV4, 193.32.162.157, SUSPICIOUS",
        "DOMAIN, evil-updates.com, MALICIOUS",
        "DOMAIN, wikipedia.org, BENIGN",
        "URL, http://evil-updates.com/payload.exe, MALICIOUS",
        "SHA256, badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00d, MALICIOUS",
        "SHA1, badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffe, MALICIOUS",
        "MD5, badc0ffee0ddf00dbadc0ffee0ddf00d, MALICIOUS",
        "SHA256, 275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f, MALICIOUS",
        "MD5, 44d88612fea8a8f36de82e1278abb02f, MALICIOUS"
    })
    void knowsItsCast(IndicatorType type, String value, VerdictClass verdict) {
        VirusTotalObject object = VirusTotalObject.of(Indicator.of(type, value));
        Report report = VirusTotalReport.of(object, answer(type, value).json());

        assertThat(report.verdict()).isEqualTo(verdict);
        assertThat(report.lastSeen()).isPresent();
        assertThat(report.evidence()).isNotEmpty();
    }

    @Test
    void failsInTheWaysVirusTotalDoes() {
        HttpReply spent = answer(IndicatorType.IPV4, "45.155.205.233");
        assertThat(spent.status()).isEqualTo(429);
        assertThat(spent.header("Retry-After")).contains("60");

        assertThat(ANSWERS.delay(call(IndicatorType.IPV4, "193.32.162.157"))).isEqualTo(Duration.ofSeconds(8));

        assertThat(answer(IndicatorType.IPV4, "91.92.251.103").text())
                .startsWith("{\"data\"")
                .doesNotEndWith("}");
    }

    @Test
    void knowsNothingElse() {
        HttpReply unknown = answer(IndicatorType.SHA1, "0".repeat(40));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().textAt("/error/code", "")).isEqualTo(VirusTotalError.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "IPV4, 8.8.8.8",
        "DOMAIN, wikipedia.org",
        "URL, http://evil-updates.com/payload.exe",
        "SHA1, 0000000000000000000000000000000000000000"
    })
    void asksForAKeyBeforeAnythingElse(IndicatorType type, String value) {
        assertThat(ANSWERS.answer(keyless(type, value)).status()).isEqualTo(401);
    }

    private static HttpReply answer(IndicatorType type, String value) {
        return ANSWERS.answer(call(type, value));
    }

    private static HttpCall call(IndicatorType type, String value) {
        return keyless(type, value).header("x-apikey", "made-up-key-of-a-test");
    }

    private static HttpCall keyless(IndicatorType type, String value) {
        VirusTotalObject object = VirusTotalObject.of(Indicator.of(type, value));
        return HttpCall.get("https://www.virustotal.com/api/v3", object.collection(), object.id());
    }
}
