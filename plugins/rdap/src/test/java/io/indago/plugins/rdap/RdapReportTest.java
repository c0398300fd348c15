package io.indago.plugins.rdap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import io.indago.testkit.Reply;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RdapReportTest {
    private static final URI PAGE = URI.create("https://rdap.verisign.com/com/v1/domain/evil-shop.com");
    private static final Instant LATER = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void readsADomainAndNamesNoPerson() {
        Report report = read(Reply.fixture("domain.json").json());

        assertThat(report.summary()).isEqualTo("Registered with Example Registrar, IANA id 9999 on 2026-01-02");
        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        assertThat(report.tags()).isEmpty();
        assertThat(report.country()).contains("NL");
        assertThat(report.lastSeen()).contains(Instant.parse("2026-01-10T00:00:00Z"));
        assertThat(report.references()).containsExactly(PAGE);
        assertThat(report.related())
                .extracting(Related::value, Related::relation)
                .containsExactly(tuple("ns1.evil-shop.com", "name-server"), tuple("ns2.evil-shop.com", "name-server"));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("registered", "registered on 2026-01-02"),
                        tuple("changed", "last changed on 2026-01-03"),
                        tuple("expires", "expires on 2027-01-02"),
                        tuple("registrar", "its registrar is Example Registrar, IANA id 9999"),
                        tuple("handle", "its handle is 1_DOMAIN_COM"),
                        tuple("status", "its status is client transfer prohibited"),
                        tuple("name-servers", "its name servers are ns1.evil-shop.com, ns2.evil-shop.com"),
                        tuple("abuse", "abuse of it is reported to abuse@registrar.example"));
        assertThat(report.evidence()).noneMatch(piece -> piece.text().contains("Jane"));
    }

    @Test
    void readsANetwork() {
        Report report = read(Reply.fixture("network.json").json());

        assertThat(report.summary()).isEqualTo("Registered as EXAMPLE-NET on 2011-08-10");
        assertThat(report.country()).contains("NL");
        assertThat(report.network()).contains("203.0.114.0/24");
        assertThat(report.asn()).hasValue(64500);
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .contains(
                        tuple("registrant", "its registrant is Example Hosting"),
                        tuple("description", "described as Example Customer, Example Street"),
                        tuple("whois", "the WHOIS server is whois.example.net"),
                        tuple("abuse", "abuse of it is reported to abuse@example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"startAddress\":\"203.0.114.0\",\"cidr0_cidrs\":[{\"v4prefix\":\"203.0.114.0\",\"length\":23}]}', 203.0.114.0/23",
        "'{\"startAddress\":\"2620:fe::\",\"cidr0_cidrs\":[{\"v6prefix\":\"2620:fe::\",\"length\":48}]}', 2620:fe::/48",
        "'{\"startAddress\":\"203.0.114.0\",\"cidr0_cidrs\":[{\"v4prefix\":\"odd\",\"length\":23}],\"endAddress\":\"203.0.114.3\"}', 203.0.114.0/30"
    })
    void prefersTheNetworkThatIsWrittenAsOne(String body, String network) {
        assertThat(read(Json.parse(body)).network()).contains(network);
    }

    @Test
    void readsASystem() {
        Report report = read(Reply.fixture("system.json").json());

        assertThat(report.asn()).hasValue(64500);
        assertThat(report.asOwner()).contains("EXAMPLE-AS");
        assertThat(report.summary()).isEqualTo("Registered as EXAMPLE-AS");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-01T03:04:04Z, true", "2026-02-01T03:04:06Z, false"})
    void marksWhatIsNewlyRegistered(Instant now, boolean isNew) {
        assertThat(RdapReport.of(PAGE, Reply.fixture("domain.json").json(), now)
                        .tags()
                        .contains("newly-registered"))
                .isEqualTo(isNew);
    }

    @ParameterizedTest
    @ValueSource(strings = {"server hold", "client hold", "serverHold", "CLIENT HOLD"})
    void holdsWhatIsOnHoldForSuspicious(String status) {
        Report report = read(Json.parse("{\"ldhName\":\"a.com\",\"status\":[\"active\",\"" + status + "\"]}"));

        assertThat(report.score()).hasValue(30);
        assertThat(report.summary()).isEqualTo("Registered, on hold");
    }

    @Test
    void takesNothingForWhatIsMissing() {
        Report report = read(Json.parse(
                "{\"ldhName\":null,\"status\":7,\"events\":[null,{\"eventAction\":\"registration\",\"eventDate\":\"once\"}],"
                        + "\"entities\":[null,{\"roles\":\"registrar\"},{\"roles\":[\"registrant\"],\"vcardArray\":[\"vcard\",[7,[\"fn\"]]]}],"
                        + "\"nameservers\":[{}],\"remarks\":{}}"));

        assertThat(report.summary()).isEqualTo("Registered");
        assertThat(report.evidence()).isEmpty();
    }

    @Test
    void takesAMissInsideAGoodReplyForOne() {
        assertThat(read(Reply.fixture("not-found.json").json()).isHit()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'{\"errorCode\":429}', QUOTA", "'{\"errorCode\":500}', BAD_REPLY", "'{}', BAD_REPLY", "'[]', BAD_REPLY"
    })
    void refusesWhatIsNotRegistered(String body, ErrorKind kind) {
        assertThatThrownBy(() -> read(Json.parse(body)))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind));
    }

    private static Report read(JsonView body) {
        return RdapReport.of(PAGE, body, LATER);
    }
}
