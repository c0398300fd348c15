package io.indago.plugins.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.testkit.SandboxAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox answers in the resolvers' shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("dns");

    @ParameterizedTest
    @CsvSource({
        "DOMAIN, evil-updates.com, 'A 185.220.101.34, MX mail.evil-updates.com, 2 TXT', 185.220.101.34 mail.evil-updates.com",
        "URL, http://evil-updates.com/payload.exe, 'A 185.220.101.34, MX mail.evil-updates.com, 2 TXT', "
                + "185.220.101.34 mail.evil-updates.com",
        "FQDN, mail.evil-updates.com, 'CNAME evil-updates.com, A 185.220.101.34', evil-updates.com 185.220.101.34",
        "DOMAIN, wikipedia.org, 'A 185.15.59.224, AAAA 2a02:ec80:300:ed1a::1, MX mx-in.wikimedia.org, 1 TXT', "
                + "185.15.59.224 2a02:ec80:300:ed1a::1 mx-in.wikimedia.org",
        "IPV4, 185.220.101.34, PTR relay-34.tor-exit.sandbox.example, relay-34.tor-exit.sandbox.example",
        "IPV4, 8.8.8.8, PTR dns.google, dns.google",
        "EMAIL, payroll@evil-updates.com, 'MX mail.evil-updates.com, 2 TXT', mail.evil-updates.com"
    })
    void knowsItsCast(IndicatorType type, String value, String summary, String related) {
        Report report = lookup(type, value);
        assertThat(report.summary()).isEqualTo(summary);
        assertThat(report.related().stream().map(Related::value)).containsExactly(related.split(" "));
        assertThat(report.tags()).isEmpty();
    }

    @Test
    void hasANameThatPointsInside() {
        assertThat(lookup(IndicatorType.FQDN, "router.evil-updates.com").tags()).containsExactly("rebinding");
    }

    @Test
    void knowsNothingElse() {
        assertThat(lookup(IndicatorType.DOMAIN, "unknown.example").summary()).contains("NXDOMAIN");
        assertThat(lookup(IndicatorType.IPV6, "2620:fe::fe").summary()).contains("NXDOMAIN");
    }

    @Test
    void keepsTheProviderHealthy() {
        assertThat(answer("example.com", RecordType.A).records()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil-updates.com",
                "mail.evil-updates.com",
                "router.evil-updates.com",
                "wikipedia.org",
                "example.com",
                "34.101.220.185.in-addr.arpa",
                "8.8.8.8.in-addr.arpa",
                "unknown.example"
            })
    void standsInForEachResolver(String name) {
        assertThat(RecordType.values()).allSatisfy(type -> assertThat(Resolver.values())
                .extracting(resolver -> answer(resolver, name, type))
                .containsOnly(answer(name, type)));
    }

    private static Report lookup(IndicatorType type, String value) {
        Question question = Question.of(Indicator.of(type, value)).orElseThrow();
        return DnsReport.of(
                question,
                question.types().stream()
                        .map(wanted -> answer(question.name(), wanted))
                        .toList());
    }

    private static DnsReply answer(String name, RecordType type) {
        return answer(Resolver.GOOGLE, name, type);
    }

    private static DnsReply answer(Resolver resolver, String name, RecordType type) {
        return DnsReply.of(ANSWERS.answer(resolver.query(name, type)).json());
    }
}
