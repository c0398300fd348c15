package io.indago.host;

import java.util.Locale;

/** The two names under which an operator gives a setting. */
record SettingName(String provider, String setting) {
    static final String ENVIRONMENT_PREFIX = "INDAGO_PROVIDERS_";

    String environment() {
        return ENVIRONMENT_PREFIX + upper(provider) + "_" + upper(setting);
    }

    String property() {
        return "indago.providers." + provider + "." + setting;
    }

    /** Both, for a sentence that tells what to set or to look at. */
    @Override
    public String toString() {
        return environment() + " or " + property();
    }

    /** What is left of a name when case, hyphens, underscores and dots don't count. */
    static String normalised(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
