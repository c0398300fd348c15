package io.indago.plugins.censys;

import io.indago.spi.Exposure;
import io.indago.spi.IndicatorType;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Quota;
import io.indago.spi.Reliability;
import io.indago.spi.Setting;
import io.indago.spi.Tlp;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Declares Censys and creates it. */
final class CensysFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";
    private static final String ORGANIZATION_ID = "organization-id";
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("censys", "Censys")
                .homepage("https://platform.censys.io/")
                .types(IndicatorType.IPV4, IndicatorType.IPV6)
                .hosts(CensysProvider.HOST)
                .config(
                        Setting.secret(
                                        API_KEY,
                                        "Personal access token, from https://accounts.censys.io/settings/personal-access-tokens")
                                .required(),
                        Setting.text(
                                ORGANIZATION_ID,
                                "The organisation whose credits are used, a UUID; without one those of the free user"))
                .quotas(Quota.of(100, Duration.ofDays(30)))
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(Reliability.B, "Reports what its own scanners saw, and knows malware by its fingerprints")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        Optional<String> organization = config.optionalText(ORGANIZATION_ID);
        if (organization.filter(UUID.asMatchPredicate().negate()).isPresent()) {
            throw new IllegalArgumentException(ORGANIZATION_ID + " is no UUID: copy it from the address of the"
                    + " organisation's settings at https://platform.censys.io/");
        }
        return new CensysProvider(config.secret(API_KEY), organization);
    }
}
