package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigResolverTest {
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
        ProviderSetup setup = resolve(
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
                        "INDAGO_PROVIDERS_ABUSE_DB_REGION or indago.providers.abuse-db.region is 'mars', expected one of"
                                + " [eu, us]",
                        "INDAGO_PROVIDERS_ABUSE_DB_MAX_AGE or indago.providers.abuse-db.max-age is '***', expected a"
                                + " whole number",
                        "INDAGO_PROVIDERS_ABUSE_DB_VERBOSE or indago.providers.abuse-db.verbose is 'yes', expected true"
                                + " or false",
                        "INDAGO_PROVIDERS_ABUSE_DB_PATIENCE or indago.providers.abuse-db.patience is 'soon', expected a"
                                + " span of time such as 500ms, 10s, 5m or PT10S",
                        "INDAGO_PROVIDERS_ABUSE_DB_MODE or indago.providers.abuse-db.mode is 'fast', expected one of"
                                + " [auto, live, off, sandbox]");
        assertThat(setup.unavailable().orElseThrow()).startsWith("configured wrong: ");
    }

    @Test
    void guessesWhatAnUnknownSettingWasMeantToBe() {
        ProviderSetup setup = resolve(
                Map.of("INDAGO_PROVIDERS_ABUSE_DB_API_KYE", "s3cret", "INDAGO_PROVIDERS_ABUSE_DB_PRO_API_KEY", "x"),
                Map.of("regoin", "eu", "colour", "red"));

        assertThat(setup.warnings())
                .containsExactly(
                        "abuse-db has no setting 'api-kye': did you mean 'api-key'?",
                        "abuse-db has no setting 'colour': it has [api-key, max-age, mode, note, patience, region,"
                                + " required, verbose]",
                        "abuse-db has no setting 'regoin': did you mean 'region'?");
    }

    @Test
    void doesNotGuessWhenNothingIsNear() {
        GivenSettings given = new GivenSettings(Map.of(), Map.of("gone", Map.of()));

        assertThat(new ConfigResolver(given, Optional.empty(), List.of("dns", "shodan")).strangers())
                .containsExactly("indago.providers.gone is the setting of no provider: it has [dns, shodan]");
        assertThat(new ConfigResolver(given, Optional.empty(), List.of()).strangers())
                .containsExactly("indago.providers.gone is the setting of no provider");
    }

    @Test
    void namesSettingsOfProvidersNobodyOffers() {
        GivenSettings given = new GivenSettings(Map.of(), Map.of("abusedb", Map.of(), "virustotl", Map.of()));

        assertThat(new ConfigResolver(given, Optional.empty(), List.of("abuse-db", "virustotal")).strangers())
                .containsExactly(
                        "indago.providers.virustotl is the setting of no provider: did you mean 'virustotal'?");
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
        ProviderSetup setup = resolver(Map.of(), settings, sandbox ? SANDBOX : Optional.empty())
                .resolve(SPEC);

        assertThat(setup.unavailable()).isEqualTo(Optional.ofNullable(unavailable));
        assertThat(setup.sandbox()).isEqualTo(inSandbox);
        if (inSandbox) {
            assertThat(setup.config().secret("api-key").reveal()).isEqualTo("sandbox");
        }
    }

    @Test
    void tellsAPluginThatAsksForWhatItDidNotDeclare() {
        ProviderConfig config = resolve(Map.of(), Map.of("api-key", "s3cret")).config();

        assertThatThrownBy(() -> config.text("colour")).hasMessage("setting 'colour' is not declared");
        assertThatThrownBy(() -> config.text("api-key"))
                .hasMessage("setting 'api-key' is declared as SECRET, not as TEXT");
        assertThatThrownBy(() -> config.text("note")).hasMessageContaining("has no value");
    }

    private static ProviderSetup resolve(Map<String, String> environment, Map<String, String> settings) {
        return resolver(environment, settings, Optional.empty()).resolve(SPEC);
    }

    private static ConfigResolver resolver(
            Map<String, String> environment, Map<String, String> settings, Optional<URI> sandbox) {
        return new ConfigResolver(
                new GivenSettings(environment, Map.of("AbuseDB", settings)),
                sandbox,
                List.of("abuse-db", "abuse-db-pro"));
    }
}
