package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.Enrichment;
import io.indago.spi.Finding;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Report;
import io.indago.spi.Tlp;
import io.indago.spi.VerdictClass;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushConditionsTest {
    private static final Set<VerdictClass> BAD = Set.of(VerdictClass.MALICIOUS, VerdictClass.SUSPICIOUS);
    private static final PushConditions USUAL = new PushConditions(BAD, Set.of(), Set.of(), Tlp.AMBER, false);

    @Test
    void letsPassWhatMeetsThemAll() {
        PushConditions conditions =
                new PushConditions(BAD, Set.of(IndicatorType.IPV4), Set.of("tor", "c2"), Tlp.AMBER, false);

        assertThat(conditions.objection(enrichment(VerdictClass.MALICIOUS), false))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MALICIOUS,true", "SUSPICIOUS,true", "BENIGN,false", "INFORMATIONAL,false", "UNKNOWN,false"})
    void wantsOneOfTheVerdicts(VerdictClass verdict, boolean passes) {
        assertThat(USUAL.objection(enrichment(verdict), false).isEmpty()).isEqualTo(passes);
    }

    @Test
    void saysWhichVerdictsItWants() {
        assertThat(USUAL.objection(enrichment(VerdictClass.BENIGN), false))
                .contains("it is told malicious or suspicious, and this is benign");
    }

    @Test
    void wantsOneOfTheTypesWhereThereAreSome() {
        PushConditions conditions =
                new PushConditions(BAD, Set.of(IndicatorType.DOMAIN, IndicatorType.URL), Set.of(), Tlp.AMBER, false);

        assertThat(conditions.objection(enrichment(VerdictClass.MALICIOUS), false))
                .contains("it is told of domain or url, and this is ipv4");
        assertThat(USUAL.objection(enrichment(VerdictClass.MALICIOUS), false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"c2,true", "tor,true", "phishing,false"})
    void wantsOneOfTheTagsInAnyCaseWhicheverProviderHasIt(String tag, boolean passes) {
        PushConditions conditions = new PushConditions(BAD, Set.of(), Set.of(tag), Tlp.AMBER, false);

        assertThat(conditions
                        .objection(enrichment(VerdictClass.MALICIOUS), false)
                        .isEmpty())
                .isEqualTo(passes);
    }

    @Test
    void saysWhichTagsItMisses() {
        PushConditions conditions = new PushConditions(BAD, Set.of(), Set.of("phishing", "botnet"), Tlp.AMBER, false);

        assertThat(conditions.objection(enrichment(VerdictClass.MALICIOUS), false))
                .contains("none of the tags [botnet, phishing] is in it");
    }

    @Test
    void keepsWhatTheSandboxMadeUpFromThoseWhoDontWantIt() {
        PushConditions sandboxed = new PushConditions(BAD, Set.of(), Set.of(), Tlp.AMBER, true);

        assertThat(USUAL.objection(enrichment(VerdictClass.MALICIOUS), true))
                .contains("the sandbox has made up some of it");
        assertThat(sandboxed.objection(enrichment(VerdictClass.MALICIOUS), true))
                .isEmpty();
    }

    /** Two providers know it, each by its own tags, and one does not. */
    private static Enrichment enrichment(VerdictClass verdict) {
        return Enrichment.builder("id", Indicator.of(IndicatorType.IPV4, "203.0.113.9"), Instant.EPOCH)
                .verdict(verdict)
                .finding(Finding.hit(
                        "alpha",
                        Report.hit("known").tags(List.of("C2", "scanner")).build()))
                .finding(Finding.hit(
                        "bravo", Report.hit("known").tags(List.of("Tor")).build()))
                .finding(Finding.without("charlie", "no_data", "phishing is unknown here"))
                .build();
    }
}
