package io.indago.plugins.rdap;

import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import java.util.Locale;

/** One of IANA's bootstrap files, and how a key of it is matched. */
enum Registry {
    DNS {
        /** Of names the longest label-wise suffix, RFC 9224 section 4. */
        @Override
        int matches(String key, Indicator indicator) {
            return ("." + indicator.value()).endsWith("." + key.toLowerCase(Locale.ROOT)) ? key.length() : NONE;
        }
    },
    IPV4 {
        @Override
        int matches(String key, Indicator indicator) {
            return Block.matches(key, indicator.value());
        }
    },
    IPV6 {
        @Override
        int matches(String key, Indicator indicator) {
            return Block.matches(key, indicator.value());
        }
    },
    ASN {
        @Override
        int matches(String key, Indicator indicator) {
            return NumberRange.of(key)
                            .filter(range -> range.contains(number(indicator)))
                            .isPresent()
                    ? 1
                    : NONE;
        }
    };

    static final int NONE = -1;

    /** How well that key matches, the higher the better; {@link #NONE} when it does not. */
    abstract int matches(String key, Indicator indicator);

    HttpCall file() {
        return HttpCall.get("https://" + Bootstrap.HOST + "/rdap", name().toLowerCase(Locale.ROOT) + ".json");
    }

    static Registry of(Indicator indicator) {
        return switch (indicator.type()) {
            case DOMAIN -> DNS;
            case ASN -> ASN;
            default -> indicator.value().contains(":") ? IPV6 : IPV4;
        };
    }

    static long number(Indicator system) {
        return Long.parseLong(system.value().replaceFirst("^AS", ""));
    }
}
