package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.indago.spi.IndicatorType;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every type of indicator is taken, asked about and known, from the API to the sandbox and back. */
@ExtendWith(RunningHub.Extension.class)
class SandboxCastIT {
    private static final String SHA256 = "badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00d";
    private static final Map<IndicatorType, String> CAST = Map.ofEntries(
            Map.entry(IndicatorType.IPV4, "185.220.101.34"),
            Map.entry(IndicatorType.IPV6, "2a0b:f4c2::34"),
            Map.entry(IndicatorType.CIDR, "185.220.101.0/24"),
            Map.entry(IndicatorType.DOMAIN, "evil-updates.com"),
            Map.entry(IndicatorType.FQDN, "mail.evil-updates.com"),
            Map.entry(IndicatorType.URL, "http://evil-updates.com/payload.exe"),
            Map.entry(IndicatorType.MD5, SHA256.substring(0, 32)),
            Map.entry(IndicatorType.SHA1, SHA256.substring(0, 40)),
            Map.entry(IndicatorType.SHA256, SHA256),
            Map.entry(IndicatorType.SHA512, SHA256 + SHA256),
            Map.entry(IndicatorType.EMAIL, "payroll@evil-updates.com"),
            Map.entry(IndicatorType.CVE, "CVE-2021-44228"),
            Map.entry(IndicatorType.ASN, "AS15169"));

    private final RunningHub hub;

    SandboxCastIT(RunningHub hub) {
        this.hub = hub;
    }

    @ParameterizedTest
    @EnumSource
    void isKnownToTwoProviders(IndicatorType type) {
        JsonNode answer = lookup(CAST.get(type));

        assertThat(answer.at("/indicator/type").textValue()).isEqualTo(type.id());
        assertThat(hits(answer)).as(type.id()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void tellsOneStory() {
        assertThat(CAST).hasSameSizeAs(IndicatorType.values());
        assertThat(Arrays.stream(IndicatorType.values())
                        .filter(type -> verdict(lookup(CAST.get(type))).equals("malicious")))
                .contains(
                        IndicatorType.IPV4,
                        IndicatorType.IPV6,
                        IndicatorType.CIDR,
                        IndicatorType.DOMAIN,
                        IndicatorType.FQDN,
                        IndicatorType.URL,
                        IndicatorType.MD5,
                        IndicatorType.SHA1,
                        IndicatorType.SHA256,
                        IndicatorType.SHA512,
                        IndicatorType.EMAIL);
        assertThat(verdict(lookup("8.8.8.8"))).isEqualTo("benign");
    }

    private JsonNode lookup(String value) {
        HttpResponse<String> answer = hub.lookup(value, "?pap=GREEN", hub.token("analyst", "tasks"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningHub.read(answer.body());
    }

    private static String verdict(JsonNode answer) {
        return answer.at("/verdict/class").textValue();
    }

    private static List<String> hits(JsonNode answer) {
        return StreamSupport.stream(answer.path("reports").spliterator(), false)
                .filter(report -> report.path("status").textValue().equals("hit"))
                .map(report -> report.path("provider").textValue())
                .toList();
    }
}
