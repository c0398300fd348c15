package io.indago.hub;

import io.indago.hub.reference.BundledPlugins;
import io.indago.spi.ExtensionSpec;
import io.indago.spi.Setting;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** A made-up value for every secret setting of what comes with the hub, to be found again if any is told anywhere. */
final class CanaryKeys {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();

    CanaryKeys() {
        BundledPlugins plugins = BundledPlugins.read();
        plugins.providers().forEach(provider -> {
            boolean any = plant("indago.providers.", provider);
            if (any && provider.offByDefault().isEmpty()) {
                // Else it would go live, as it should with a key
                settings.put("indago.providers." + provider.id() + ".mode", "sandbox");
            }
        });
        plugins.connectors().forEach(connector -> plant("indago.connectors.", connector));
    }

    private boolean plant(String prefix, ExtensionSpec spec) {
        spec.config().settings().stream().filter(Setting::isSecret).forEach(setting -> {
            String property = prefix + spec.id() + "." + setting.name();
            String canary = of(spec.id() + "-" + setting.name());
            settings.put(property, canary);
            secrets.put(property, canary);
        });
        return spec.config().settings().stream().anyMatch(Setting::isSecret);
    }

    /** One that there was never before. */
    static String of(String what) {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        return "CANARY-" + what + "-" + HexFormat.of().formatHex(random);
    }

    /** The secrets, and that none is sent anywhere but to the sandbox. */
    Map<String, Object> settings() {
        return settings;
    }

    /** By the names of their settings. */
    Map<String, String> secrets() {
        return secrets;
    }
}
