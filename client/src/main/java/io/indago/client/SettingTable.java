package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.PluginDetails.Setting;
import java.util.List;
import java.util.Optional;

/** What a provider or connector can be given, a row for each. */
record SettingTable(Display display) {
    private static final int LINES_OF_A_HELP = 2;

    String text(List<Setting> settings) {
        Table table = new Table(display, LINES_OF_A_HELP, List.of("SETTING", "VALUE", "FROM", "HELP"));
        settings.forEach(setting -> table.add(
                isMissing(setting) ? Colour.YELLOW : Colour.PLAIN,
                List.of(
                        setting.name(),
                        value(setting),
                        from(setting),
                        setting.help().orElse(""))));
        return table.text();
    }

    private static String value(Setting setting) {
        return setting.value().orElse(setting.secret() && setting.given() ? "(secret)" : "-");
    }

    private static String from(Setting setting) {
        if (isMissing(setting)) {
            return "missing";
        }
        return setting.from().filter(from -> !from.equals("nowhere")).orElse("-");
    }

    private static boolean isMissing(Setting setting) {
        return setting.required()
                && !setting.given()
                && setting.value().isEmpty()
                && !setting.from().equals(Optional.of("default"));
    }
}
