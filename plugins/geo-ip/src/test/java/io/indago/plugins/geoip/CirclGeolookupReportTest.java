package io.indago.plugins.geoip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.testkit.Reply;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CirclGeolookupReportTest {

    @Test
    void saysWhatEachDatabaseSays() {
        Report report = CirclGeolookupReport.of(Reply.fixture("circl.json").json());

        assertThat(report.summary()).isEqualTo("It is in Netherlands, Belgium, in the network of EXAMPLE");
        assertThat(report.country()).contains("NL");
        assertThat(report.asn()).hasValue(64500);
        assertThat(report.asOwner()).contains("EXAMPLE");
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("location", "it is in Netherlands, Belgium"),
                        tuple("database", "Example-Country says NL"),
                        tuple("database", "Example-Country-ASN says BE and AS64500"));
        assertThat(report.evidence().get(1).observedAt()).contains(Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void readsANumberThatIsNoText() {
        Report report = of("{\"country\":{\"iso_code\":\"lu\",\"AutonomousSystemNumber\":64501}}");

        assertThat(report.country()).contains("LU");
        assertThat(report.asn()).hasValue(64501);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[null,7]",
                "[{\"country\":{}}]",
                "[{\"country\":{\"iso_code\":null}}]",
                "[{\"country\":{\"iso_code\":\"None\",\"AutonomousSystemNumber\":\"None\"}}]"
            })
    void knowsNothingWhereNoDatabaseHasIt(String body) {
        assertThat(of(body).isHit()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "\"LU\"", "{\"message\":\"Internal error\"}"})
    void refusesWhatIsNoListOfResults(String body) {
        assertThatThrownBy(() -> of(body))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.BAD_REPLY));
    }

    private static Report of(String body) {
        return CirclGeolookupReport.of(Json.parse(body));
    }
}
