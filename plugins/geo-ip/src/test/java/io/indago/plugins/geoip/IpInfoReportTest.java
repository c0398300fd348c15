package io.indago.plugins.geoip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import io.indago.testkit.Reply;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpInfoReportTest {

    @Test
    void readsTheLegacyPlanWithWhatIsPaidFor() {
        Report report = fixture("ipinfo-legacy.json");

        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        assertThat(report.summary())
                .isEqualTo("It is in Exampleton, North Example, NL, in the network of Example Hosting");
        assertThat(report.tags()).containsExactly("vpn", "tor", "hosting", "anycast");
        assertThat(report.network()).contains("203.0.114.0/24");
        assertThat(report.references()).containsExactly(URI.create("https://ipinfo.io/203.0.114.9"));
        assertThat(report.related())
                .extracting(Related::value, Related::relation)
                .containsExactly(tuple("host.example.org", "name"));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("location", "it is in Exampleton, North Example, NL"),
                        tuple("coordinates", "its coordinates are about 52.1000,4.2000"),
                        tuple("company", "its company is Example Customer"),
                        tuple("network-type", "its network is for hosting"),
                        tuple("service", "it anonymises as Example VPN"),
                        tuple("abuse", "abuse of it is reported to abuse@example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipinfo-legacy.json", "ipinfo-lite.json", "ipinfo-core.json"})
    void saysTheSameOfEveryPlan(String file) {
        Report report = fixture(file);

        assertThat(report.country()).contains("NL");
        assertThat(report.asn()).hasValue(64500);
        assertThat(report.asOwner()).contains("Example Hosting");
    }

    @Test
    void readsTheTagsOfPlanCore() {
        assertThat(fixture("ipinfo-core.json").tags()).containsExactly("tor", "hosting");
    }

    @Test
    void takesNumberAndOwnerFromTheFreeOrganisation() {
        Report report = of("{\"ip\":\"203.0.114.9\",\"org\":\"AS64501 Example, Inc.\"}");

        assertThat(report.asn()).hasValue(64501);
        assertThat(report.asOwner()).contains("Example, Inc.");
        assertThat(report.summary()).isEqualTo("It is nobody knows where, in the network of Example, Inc.");
    }

    @ParameterizedTest
    @CsvSource({"429, QUOTA", "401, UNAUTHORIZED", "403, UNAUTHORIZED", "404, BAD_REPLY", "null, BAD_REPLY"})
    void takesAnErrorInsideAGoodReplyForOne(String status, ErrorKind kind) {
        assertThatThrownBy(() -> of("{\"status\":" + status + ",\"error\":{\"message\":\"secret\"}}"))
                .hasMessageNotContaining("secret")
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{\"ip\":7}", "{\"city\":\"Exampleton\"}"})
    void refusesWhatIsAboutNoAddress(String body) {
        assertThatThrownBy(() -> of(body))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.BAD_REPLY));
    }

    @Test
    void takesNothingForWhatIsMissing() {
        Report report =
                of("{\"ip\":\"203.0.114.9\",\"country\":null,\"org\":\"\",\"asn\":[],\"privacy\":7,\"loc\":\" \"}");

        assertThat(report.summary()).isEqualTo("It is nobody knows where");
        assertThat(report.country()).isEmpty();
        assertThat(report.evidence()).isEmpty();
    }

    private static Report fixture(String file) {
        return IpInfoReport.of("203.0.114.9", Reply.fixture(file).json());
    }

    private static Report of(String body) {
        return IpInfoReport.of("203.0.114.9", Json.parse(body));
    }
}
