package io.indago.plugins.virustotal;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirusTotalRelatedTest {

    @Test
    void aDomainHasItsRecordsAndTheNamesOfItsCertificate() {
        assertThat(related(Indicator.of(IndicatorType.DOMAIN, "example.org"), "domain-benign.json"))
                .containsExactly(
                        "resolves-to ipv4:203.0.114.9",
                        "resolves-to ipv6:2620:fe::fe",
                        "alias-of fqdn:edge.example.net",
                        "mail-server fqdn:mail.example.org",
                        "name-server fqdn:ns1.example.net",
                        "same-certificate fqdn:www.example.org");
    }

    @Test
    void aFileHasItsOtherHashes() {
        assertThat(related(Indicator.of(IndicatorType.SHA256, "1".repeat(64)), "file-malicious.json"))
                .containsExactly("same-file md5:" + "3".repeat(32), "same-file sha1:" + "2".repeat(40));
    }

    @Test
    void aUrlHasWhereItLeads() {
        assertThat(related(Indicator.of(IndicatorType.URL, "http://login.example.org/"), "url-suspicious.json"))
                .containsExactly("redirects-to url:http://elsewhere.example.net/");
    }

    /** As a report keeps them. */
    private static List<String> related(Indicator indicator, String file) {
        return VirusTotalReport.of(
                        VirusTotalObject.of(indicator), Reply.fixture(file).json())
                .related()
                .stream()
                .map(other -> other.relation() + " " + other.type().id() + ":" + other.value())
                .toList();
    }
}
