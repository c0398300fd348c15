package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.host.SettingStatus.Origin;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Quota;
import io.indago.spi.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigResolverTest {
    private static final SecretReferences NONE = new SecretReferences(List.of());
    private static final Optional<URI> SANDBOX = Optional.of(URI.create("http://127.0.0.1:8099"));
    private static final ProviderSpec SPEC = ProviderSpec.builder("abuse-db", "AbuseDB")
            .types(IndicatorType.IPV4)
            .config(
                    Setting.secret("api-key", "Key").required(),
                    Setting.text("region", "Region").oneOf("eu", "us").defaultsTo("eu"),
                    Setting.integer("max-age", "Days").defaultsTo("90"),
                    Setting.flag("verbose", "More"),
                    Setting.duration("patience", "Time").defaultsTo("500ms"),
                    Setting.text("note", "Anything"))
            .build();

    @Test
    void takesTheEnvironmentBeforeSettingsBeforeDefaults() {
        ProviderConfig config = resolve(
                        Map.of("INDAGO_PROVIDERS_ABUSE_DB_API_KEY", "from-env", "INDAGO_PROVIDERS_ABUSE_DB_NOTE", " "),
                        Map.of("ApiKey", "from-settings", "REGION", "us", "maxAge", " 7 ", "note", "hello"))
                .config();

        assertThat(config.secret("api-key").reveal()).isEqualTo("from-env");
        assertThat(config.text("region")).isEqualTo("us");
        assertThat(config.integer("max-age")).isEqualTo(7);
        assertThat(config.flag("verbose")).isFalse();
        assertThat(config.duration("patience")).isEqualTo(Duration.ofMillis(500));
        assertThat(config.optionalText("note")).contains("hello");
        assertThat(config).hasToString("ProviderConfig" + config.values().keySet());
    }

    @Test
    void collectsEveryError() {
        ExtensionSetup setup = resolve(
                Map.of(),
                Map.of(
                        "api-key",
                        "s3cret",
                        "region",
                        "mars",
                        "max-age",
                        "s3cret",
                        "verbose",
                        "yes",
                        "patience",
                        "soon",
                        "mode",
                        "fast"));

        assertThat(setup.errors())
                .containsExactly(
                        "indago.providers.abuse-db.region is 'mars', expected one of" + " [eu, us]",
                        "indago.providers.abuse-db.max-age is '***', expected a" + " whole number",
                        "indago.providers.abuse-db.verbose is 'yes', expected true" + " or false",
                        "indago.providers.abuse-db.patience is 'soon', expected a"
                                + " span of time such as 500ms, 10s, 5m or PT10S",
                        "indago.providers.abuse-db.mode is 'fast', expected one of"
                                + " [auto, live, off, record, replay, sandbox]");
        assertThat(setup.unavailable().orElseThrow()).startsWith("configured wrong: ");
    }

    @Test
    void guessesWhatAnUnknownSettingWasMeantToBe() {
        ExtensionSetup setup = resolve(
                Map.of("INDAGO_PROVIDERS_ABUSE_DB_API_KYE", "s3cret", "INDAGO_PROVIDERS_ABUSE_DB_PRO_API_KEY", "x"),
                Map.of("regoin", "eu", "colour", "red"));

        assertThat(setup.errors())
                .containsExactly(
                        "INDAGO_PROVIDERS_ABUSE_DB_API_KYE is no setting of abuse-db: did you mean 'api-key'?",
                        "indago.providers.abuse-db.colour is no setting of abuse-db: there is [api-key, max-age, mode,"
                                + " note, patience, quota, region, required, verbose]",
                        "indago.providers.abuse-db.regoin (indago.yml:3) is no setting of abuse-db: did you mean"
                                + " 'region'?");
        assertThat(setup.unavailable().orElseThrow()).startsWith("configured wrong: ");
    }

    @Test
    void doesNotGuessWhenNothingIsNear() {
        GivenSettings given = given(Map.of(), Map.of("gone", Map.of()));

        assertThat(new ConfigResolver(given, NONE, Optional.empty(), Optional.empty(), List.of("dns", "shodan"))
                        .strangers())
                .containsExactly("indago.providers.gone is the setting of none: there is [dns, shodan]");
        assertThat(new ConfigResolver(given, NONE, Optional.empty(), Optional.empty(), List.of()).strangers())
                .containsExactly("indago.providers.gone is the setting of none");
    }

    @Test
    void namesSettingsOfProvidersNobodyOffers() {
        GivenSettings given = given(Map.of(), Map.of("abusedb", Map.of(), "virustotl", Map.of()));

        assertThat(new ConfigResolver(
                                given, NONE, Optional.empty(), Optional.empty(), List.of("abuse-db", "virustotal"))
                        .strangers())
                .containsExactly("indago.providers.virustotl is the setting of none: did you mean 'virustotal'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"none;[]", "4/1m, 500/1d;[4 in PT1M, 500 in PT24H]", ";[7 in PT1H]"})
    void takesTheOperatorsPlanBeforeTheSmallest(String quota, String quotas) {
        ProviderSpec spec = ProviderSpec.builder("abuse-db", "AbuseDB")
                .types(IndicatorType.IPV4)
                .quotas(Quota.of(7, Duration.ofHours(1)))
                .build();
        Map<String, String> settings = quota == null ? Map.of() : Map.of("quota", quota);

        assertThat(resolver(Map.of(), settings, Optional.empty()).resolve(spec).quotas())
                .hasToString(quotas);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "4/", "0/1m", "4/0s", "-4/1m", "4/1m,", "4/fortnight"})
    void refusesAPlanItCanNotRead(String quota) {
        assertThat(resolve(Map.of(), Map.of("api-key", "s3cret", "quota", quota))
                        .errors())
                .containsExactly("indago.providers.abuse-db.quota is '" + quota
                        + "', expected calls and windows such as 4/1m, 500/1d, or none");
    }

    @Test
    void showsSettingsWithoutSecrets() {
        ExtensionSetup setup = resolve(Map.of("INDAGO_PROVIDERS_ABUSE_DB_API_KEY", "s3cret"), Map.of("region", "us"));

        assertThat(setup.settings())
                .extracting(status -> status.setting().name(), SettingStatus::given, status -> status.value()
                        .orElse("-"))
                .contains(
                        tuple("api-key", Origin.ENVIRONMENT, "-"),
                        tuple("region", Origin.SETTINGS, "us"),
                        tuple("max-age", Origin.DEFAULT, "90"),
                        tuple("note", Origin.NOWHERE, "-"));
        assertThat(setup.credential()).isNotBlank().doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "auto, false, false, 'not configured: set INDAGO_PROVIDERS_ABUSE_DB_API_KEY or"
                + " indago.providers.abuse-db.api-key', false",
        "auto, false, true, , false",
        "auto, true, false, , true",
        "auto, true, true, , false",
        "live, true, true, , false",
        "live, true, false, 'not configured: set INDAGO_PROVIDERS_ABUSE_DB_API_KEY or"
                + " indago.providers.abuse-db.api-key', false",
        "sandbox, true, true, , true",
        "sandbox, false, true, 'not configured: its mode is sandbox, but the hub has no sandbox', true",
        "off, true, true, disabled, false"
    })
    void decidesWhereItRuns(String mode, boolean sandbox, boolean key, String unavailable, boolean inSandbox) {
        Map<String, String> settings = key ? Map.of("mode", mode, "api-key", "s3cret") : Map.of("mode", mode);
        ExtensionSetup setup = resolver(Map.of(), settings, sandbox ? SANDBOX : Optional.empty())
                .resolve(SPEC);

        assertThat(setup.unavailable()).isEqualTo(Optional.ofNullable(unavailable));
        assertThat(setup.traffic() == Traffic.SANDBOX).isEqualTo(inSandbox);
        if (inSandbox) {
            assertThat(setup.config().secret("api-key").reveal()).isEqualTo("sandbox");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-5S", "-PT5S", "-5s", "P1M", "soon"})
    void refusesTimesThatAreNone(String patience) {
        assertThat(resolve(Map.of(), Map.of("patience", patience)).errors())
                .singleElement()
                .asString()
                .contains("expected a span of time");
    }

    @ParameterizedTest
    @CsvSource({
        ", off, 'disabled, as it is by default: everybody sees it; to use it set INDAGO_PROVIDERS_ABUSE_DB_MODE or"
                + " indago.providers.abuse-db.mode to auto'",
        "off, off, disabled",
        "auto, auto, ",
        "live, live, "
    })
    void leavesOffWhatIsOffByDefault(String mode, String shown, String unavailable) {
        ProviderSpec spec = ProviderSpec.builder("abuse-db", "AbuseDB")
                .types(IndicatorType.IPV4)
                .offByDefault("everybody sees it")
                .build();
        Map<String, String> settings = mode == null ? Map.of() : Map.of("mode", mode);

        ExtensionSetup setup = resolver(Map.of(), settings, SANDBOX).resolve(spec);

        assertThat(setup.unavailable()).isEqualTo(Optional.ofNullable(unavailable));
        assertThat(setup.off()).isEqualTo(unavailable != null);
        assertThat(setup.settings())
                .filteredOn(status -> status.setting().name().equals("mode"))
                .singleElement()
                .satisfies(status -> assertThat(status.value()).contains(shown));
    }

    @Test
    void tellsAPluginThatAsksForWhatItDidNotDeclare() {
        ProviderConfig config = resolve(Map.of(), Map.of("api-key", "s3cret")).config();

        assertThatThrownBy(() -> config.text("colour")).hasMessageStartingWith("setting 'colour' is not declared");
        assertThatThrownBy(() -> config.text("api-key"))
                .hasMessage("setting 'api-key' is declared as SECRET, not as TEXT");
        assertThatThrownBy(() -> config.text("note")).hasMessageContaining("has no value");
    }

    private static ExtensionSetup resolve(Map<String, String> environment, Map<String, String> settings) {
        return resolver(environment, settings, Optional.empty()).resolve(SPEC);
    }

    private static ConfigResolver resolver(
            Map<String, String> environment, Map<String, String> settings, Optional<URI> sandbox) {
        return new ConfigResolver(
                given(environment, Map.of("AbuseDB", settings)),
                NONE,
                sandbox,
                Optional.empty(),
                List.of("abuse-db", "abuse-db-pro"));
    }

    private static GivenSettings given(Map<String, String> environment, Map<String, Map<String, String>> settings) {
        return new GivenSettings(
                "providers", environment, settings, Map.of("indago.providers.abuse-db.regoin", "indago.yml:3"));
    }
}
