package io.indago.host;

import io.indago.spi.ExtensionSpec;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Quota;
import io.indago.spi.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many calls an operator's plan allows, as everybody's setting {@code quota}: {@code 4/1m, 500/1d}, or {@code none}. */
public final class QuotaSetting {
    static final Setting SETTING =
            Setting.text("quota", "How many calls your plan allows, 4/1m, 500/1d, or none for no limit");
    public static final String EXPECTED = "calls and windows such as 4/1m, 500/1d, or none";
    private static final Pattern WINDOW = Pattern.compile("([1-9]\\d{0,11})/(\\S+)");

    private QuotaSetting() {}

    /** Those of the smallest plan, unless the operator says otherwise. */
    static List<Quota> standard(ExtensionSpec spec) {
        return spec instanceof ProviderSpec provider ? provider.quotas() : List.of();
    }

    /** Empty when it can't be read. */
    public static Optional<List<Quota>> parse(String text) {
        if (text.equalsIgnoreCase("none")) {
            return Optional.of(List.of());
        }
        List<Quota> quotas = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher window = WINDOW.matcher(part.strip());
            Optional<Quota> quota = window.matches()
                    ? SettingValue.duration(window.group(2))
                            .filter(time -> !time.isZero() && !time.isNegative())
                            .map(time -> Quota.of(Long.parseLong(window.group(1)), time))
                    : Optional.empty();
            if (quota.isEmpty()) {
                return Optional.empty();
            }
            quotas.add(quota.get());
        }
        return Optional.of(List.copyOf(quotas));
    }
}
