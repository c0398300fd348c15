package io.indago.plugins.geoip;

import io.indago.spi.HttpCall;
import java.util.Locale;

/** What the operator has subscribed to, and where it is asked. */
enum IpInfoPlan {
    LEGACY {
        @Override
        HttpCall call(String address) {
            return HttpCall.get("https://ipinfo.io", address, "json");
        }
    },
    LITE {
        @Override
        HttpCall call(String address) {
            return HttpCall.get("https://api.ipinfo.io/lite", address);
        }
    },
    CORE {
        @Override
        HttpCall call(String address) {
            return HttpCall.get("https://api.ipinfo.io/lookup", address);
        }
    };

    abstract HttpCall call(String address);

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static IpInfoPlan ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
