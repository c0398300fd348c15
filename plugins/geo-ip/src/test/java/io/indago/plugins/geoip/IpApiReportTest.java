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
import io.indago.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpApiReportTest {

    @Test
    void readsAPlace() {
        Report report =
                IpApiReport.of("203.0.114.9", Reply.fixture("ip-api.json").json());

        assertThat(report.summary())
                .isEqualTo("It is in Exampleton, North Example, Netherlands, in the network of Example Hosting");
        assertThat(report.country()).contains("NL");
        assertThat(report.asn()).hasValue(64500);
        assertThat(report.asOwner()).contains("Example Hosting");
        assertThat(report.tags()).containsExactly("proxy", "hosting");
        assertThat(report.score()).isEmpty();
        assertThat(report.related()).extracting(Related::value).containsExactly("host.example.org");
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("location", "it is in Exampleton, North Example, Netherlands"),
                        tuple("coordinates", "its coordinates are about 52.1,4.2"),
                        tuple("provider", "its provider is Example Telecom"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"private range", "reserved range", "invalid query"})
    void takesAMissInsideAGoodReplyForOne(String message) {
        assertThat(of("{\"status\":\"fail\",\"message\":\"" + message + "\"}").isHit())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"status\":\"fail\",\"message\":\"invalid/expired key\"}', UNAUTHORIZED",
        "'{\"status\":\"fail\",\"message\":\"rate limit exceeded\"}', QUOTA",
        "'{\"status\":\"fail\",\"message\":\"something new\"}', BAD_REPLY",
        "'{\"status\":\"fail\"}', BAD_REPLY",
        "'{\"status\":\"odd\"}', BAD_REPLY",
        "'{}', BAD_REPLY",
        "'[]', BAD_REPLY"
    })
    void saysWhyThereIsNoAnswer(String body, ErrorKind kind) {
        assertThatThrownBy(() -> of(body))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind));
    }

    @Test
    void makesDoWithASuccessThatSaysNothing() {
        Report report = of("{\"status\":\"success\",\"country\":\"\",\"lat\":null,\"as\":\"\",\"asname\":\"EXAMPLE\"}");

        assertThat(report.summary()).isEqualTo("It is nobody knows where, in the network of EXAMPLE");
        assertThat(report.asn()).isEmpty();
    }

    private static Report of(String body) {
        return IpApiReport.of("203.0.114.9", Json.parse(body));
    }
}
