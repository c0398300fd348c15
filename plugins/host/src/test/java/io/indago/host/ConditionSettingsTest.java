package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.SettingStatus.Origin;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Tlp;
import io.indago.spi.VerdictClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings every connector has, as the operator gives them. */
class ConditionSettingsTest {
    private static final ConnectorSpec SPEC = ConnectorSpec.builder("tip", "TIP")
            .types(IndicatorType.IPV4, IndicatorType.DOMAIN)
            .maxTlp(Tlp.GREEN)
            .build();

    @Test
    void tellsWhatIsBadAsFarAsTheConnectorMaySeeItUnlessSaid() {
        assertThat(conditions(Map.of()))
                .isEqualTo(new PushConditions(
                        Set.of(VerdictClass.MALICIOUS, VerdictClass.SUSPICIOUS), Set.of(), Set.of(), Tlp.GREEN, false));
    }

    @Test
    void readsEachSetting() {
        PushConditions conditions = conditions(Map.of(
                "verdicts",
                " Malicious , unknown,",
                "types",
                "domain",
                "tags",
                "Tor, C2",
                "max-tlp",
                "AMBER+STRICT",
                "sandbox-results",
                "true"));

        assertThat(conditions.verdicts()).containsExactlyInAnyOrder(VerdictClass.MALICIOUS, VerdictClass.UNKNOWN);
        assertThat(conditions.types()).containsExactly(IndicatorType.DOMAIN);
        assertThat(conditions.tags()).containsExactlyInAnyOrder("tor", "c2");
        assertThat(conditions.maxTlp()).isEqualTo(Tlp.AMBER_STRICT);
        assertThat(conditions.sandboxed()).isTrue();
    }

    @Test
    void readsFlagsInAnyCase() {
        assertThat(conditions(Map.of("sandbox-results", "TRUE")).sandboxed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox", "replay"})
    void tellsTheSandboxWhatTheSandboxMadeUp(String mode) {
        assertThat(setup(Map.of("mode", mode)).conditions().orElseThrow().sandboxed())
                .isTrue();
    }

    @Test
    void areCheckedInTheSandboxToo() {
        assertThat(setup(Map.of("mode", "sandbox", "sandbox-results", "maybe")).errors())
                .containsExactly("indago.connectors.tip.sandbox-results is 'maybe', expected true or false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "verdicts; bad, malicious; some of malicious, suspicious, benign, informational, unknown, separated by commas",
                "verdicts; ','; some of malicious, suspicious, benign, informational, unknown, separated by commas",
                "types; ipv5; some of ipv4, domain, separated by commas",
                "types; cve; some of ipv4, domain, separated by commas",
                "types; ','; some of ipv4, domain, separated by commas",
                "tags; ', ,'; tags, separated by commas",
                "max-tlp; PURPLE; one of [AMBER, AMBER+STRICT, CLEAR, GREEN, RED]",
                "sandbox-results; maybe; true or false"
            })
    void refusesWhatItCanNotReadWithItsPlace(String setting, String value, String expected) {
        ExtensionSetup setup = setup(Map.of(setting, value));

        assertThat(setup.errors())
                .containsExactly("indago.connectors.tip." + setting + " is '" + value + "', expected " + expected);
        assertThat(setup.unavailable().orElseThrow()).startsWith("configured wrong: ");
    }

    @Test
    void namesTheVariableWhereItIsOne() {
        ExtensionSetup setup = resolver(Map.of("INDAGO_CONNECTORS_TIP_VERDICTS", "evil"), Map.of())
                .resolve(SPEC);

        assertThat(setup.errors())
                .singleElement()
                .asString()
                .startsWith("INDAGO_CONNECTORS_TIP_VERDICTS is 'evil', expected some of malicious, ");
    }

    @Test
    void collectsEveryError() {
        assertThat(setup(Map.of("verdicts", "evil", "types", "ipv5", "tags", ",", "max-tlp", "pink"))
                        .errors())
                .hasSize(4);
    }

    @Test
    void areShownAmongTheSettings() {
        assertThat(setup(Map.of("tags", "tor")).settings())
                .extracting(status -> status.setting().name() + " " + status.given() + " "
                        + status.value().orElse("-"))
                .contains(
                        "verdicts " + Origin.DEFAULT + " malicious,suspicious",
                        "types " + Origin.NOWHERE + " -",
                        "tags " + Origin.SETTINGS + " tor",
                        "max-tlp " + Origin.NOWHERE + " -",
                        "sandbox-results " + Origin.DEFAULT + " false");
    }

    @Test
    void areNoSettingsOfAProvider() {
        ProviderSpec provider =
                ProviderSpec.builder("tip", "TIP").types(IndicatorType.IPV4).build();
        ExtensionSetup setup =
                resolver(Map.of(), Map.of("verdicts", "malicious")).resolve(provider);

        assertThat(setup.conditions()).isEmpty();
        assertThat(setup.errors())
                .singleElement()
                .asString()
                .startsWith("indago.connectors.tip.verdicts is no setting of tip");
    }

    private static PushConditions conditions(Map<String, String> settings) {
        ExtensionSetup setup = setup(settings);
        assertThat(setup.errors()).isEmpty();
        return setup.conditions().orElseThrow();
    }

    private static ExtensionSetup setup(Map<String, String> settings) {
        return resolver(Map.of(), settings).resolve(SPEC);
    }

    private static ConfigResolver resolver(Map<String, String> environment, Map<String, String> settings) {
        return new ConfigResolver(
                new GivenSettings("connectors", environment, Map.of("tip", settings), Map.of()),
                new SecretReferences(List.of()),
                Optional.empty(),
                Optional.empty(),
                List.of("tip"));
    }
}
