package io.indago.plugins.bundle;

import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Setting;
import io.indago.testkit.FixtureHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The plugins that come with the hub, as their build left them. */
final class Bundle {
    private static final Path PLUGINS = Path.of("target", "plugins");

    private final Map<String, ProviderSpec> specs = new TreeMap<>();
    private final Map<String, Path> jars = new TreeMap<>();

    private Bundle() {}

    static Bundle load() {
        Bundle bundle = new Bundle();
        try (FixtureHost host = FixtureHost.ofFolder(PLUGINS, Map.of())) {
            host.providers().forEach(spec -> bundle.specs.put(spec.id(), spec));
            host.plugins().forEach(plugin -> plugin.providers()
                    .forEach(id -> bundle.jars.put(id, PLUGINS.resolve(plugin.name() + ".jar"))));
        }
        if (bundle.specs.isEmpty()) {
            throw new AssertionError("no plugin in " + PLUGINS.toAbsolutePath() + ": run mvn package");
        }
        return bundle;
    }

    /** What that provider declares. */
    ProviderSpec spec(String provider) {
        ProviderSpec spec = specs.get(provider);
        if (spec == null) {
            throw new AssertionError("no plugin of the bundle has a provider '" + provider + "'; there are "
                    + specs.keySet() + ": build it, or say in recorded-bodies.yaml who reads these bodies");
        }
        return spec;
    }

    /** The kind of indicator a body about that subject is asked with: its own, or one the provider takes. */
    IndicatorType type(String provider, String subject) {
        IndicatorType own =
                switch (subject) {
                    case "ip", "ipv4" -> IndicatorType.IPV4;
                    case "ipv6" -> IndicatorType.IPV6;
                    case "domain" -> IndicatorType.DOMAIN;
                    case "hostname", "host", "fqdn" -> IndicatorType.FQDN;
                    case "url" -> IndicatorType.URL;
                    case "file", "hash", "payload", "sha256" -> IndicatorType.SHA256;
                    case "md5" -> IndicatorType.MD5;
                    case "sha1" -> IndicatorType.SHA1;
                    case "cve" -> IndicatorType.CVE;
                    case "asn" -> IndicatorType.ASN;
                    case "cidr", "network" -> IndicatorType.CIDR;
                    case "email" -> IndicatorType.EMAIL;
                    default ->
                        spec(provider).types().stream().sorted().findFirst().orElseThrow();
                };
        return spec(provider).types().contains(own) ? own : type(provider, "any");
    }

    /**
     * A host of that provider's plugin alone, since plugins may remember what they read.
     *
     * @param empty a folder for its jar
     */
    FixtureHost host(String provider, Map<String, String> settings, Path empty) {
        Map<String, String> all = new HashMap<>();
        for (Setting setting : spec(provider).config().settings()) {
            if (setting.isRequired() && setting.type() == Setting.Type.URL) {
                all.put(setting.name(), "https://platform.example.org");
            } else if (setting.isRequired() && setting.isSecret()) {
                all.put(setting.name(), "made-up-" + setting.name() + "-of-a-test");
            }
        }
        spec(provider).offByDefault().ifPresent(reason -> all.put("mode", "auto"));
        all.putAll(settings);
        try {
            Files.copy(jars.get(provider), empty.resolve("plugin.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FixtureHost.ofFolder(empty, Map.of(provider, all));
    }
}
