package io.indago.plugins.robtex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.testkit.Reply;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobtexReportTest {

    @Test
    void readsAnAddress() {
        Report report =
                AddressReport.of("203.0.114.9", Reply.fixture("address.json").json());

        assertThat(report.summary()).isEqualTo("2 names seen for it, in the network of EXAMPLE Example Hosting");
        assertThat(report.asn()).hasValue(64500);
        assertThat(report.asOwner()).contains("EXAMPLE Example Hosting");
        assertThat(report.network()).contains("203.0.114.0/24");
        assertThat(report.country()).as("a name is no code").isEmpty();
        assertThat(report.firstSeen()).contains(Instant.parse("2025-01-02T03:04:05Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(report.related())
                .extracting(Related::value, Related::relation)
                .containsExactly(tuple("www.example.org", "name"), tuple("old.example.org", "name"));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("active-names", "names that point at it: www.example.org"),
                        tuple("passive-names", "names that pointed at it: www.example.org, old.example.org"),
                        tuple("location", "it is in Exampleton, Netherlands"),
                        tuple("whois", "its network is registered to Example Customer (EC-1)"));
    }

    @Test
    void readsASystem() {
        Report report = SystemReport.of("AS64500", Reply.fixture("system.json").json());

        assertThat(report.summary()).isEqualTo("2 networks of it, 1 announced");
        assertThat(report.asn()).hasValue(64500);
        assertThat(report.related())
                .extracting(Related::type, Related::value)
                .containsExactly(
                        tuple(IndicatorType.CIDR, "203.0.114.0/24"), tuple(IndicatorType.CIDR, "203.0.115.0/24"));
        assertThat(report.evidence()).extracting(Evidence::text).containsExactly("it announces 203.0.114.0/24");
    }

    @Test
    void readsJsonByTheLineWithoutRepetitions() {
        Report report =
                NameReport.of("www.example.org", Reply.fixture("forward.ldjson").jsonLines());

        assertThat(report.summary()).isEqualTo("Seen with 1 A, 1 AAAA, 1 MX");
        assertThat(report.firstSeen()).contains(Instant.parse("2025-01-02T03:04:05Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(report.related())
                .extracting(Related::type, Related::value, Related::relation)
                .containsExactly(
                        tuple(IndicatorType.IPV4, "203.0.114.9", "resolves-to"),
                        tuple(IndicatorType.IPV6, "2620:fe::fe", "resolves-to"),
                        tuple(IndicatorType.FQDN, "mail.example.org", "mail-server"));
    }

    @Test
    void knowsNothingOfWhatNobodySaw() {
        assertThat(AddressReport.of("203.0.114.9", Json.parse("{\"status\":\"ok\",\"as\":0,\"act\":null}"))
                        .isHit())
                .isFalse();
        assertThat(SystemReport.of("AS64500", Json.parse("{\"status\":\"ok\"}")).isHit())
                .isFalse();
        assertThat(NameReport.of("quiet.example", List.of()).isHit()).isFalse();
    }

    @Test
    void takesARateLimitInsideAGoodReplyForOne() {
        String limited = "{\"status\":\"ratelimited\"}";
        assertKind(ErrorKind.QUOTA, () -> AddressReport.of("203.0.114.9", Json.parse(limited)));
        assertKind(ErrorKind.QUOTA, () -> SystemReport.of("AS64500", Json.parse(limited)));
        assertKind(ErrorKind.QUOTA, () -> NameReport.of("a.example", List.of(Json.parse(limited))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{\"status\":\"error\"}", "{\"status\":7}", "\"ok\""})
    void refusesWhatIsNoAnswer(String body) {
        assertKind(ErrorKind.BAD_REPLY, () -> AddressReport.of("203.0.114.9", Json.parse(body)));
        assertKind(ErrorKind.BAD_REPLY, () -> SystemReport.of("AS64500", Json.parse(body)));
        assertKind(ErrorKind.BAD_REPLY, () -> NameReport.of("a.example", List.of(Json.parse(body))));
    }

    private static void assertKind(ErrorKind kind, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind));
    }
}
