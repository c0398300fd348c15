package io.indago.hub.selfcheck;

import io.indago.hub.config.IndagoProperties;
import io.indago.routes.api.SelfCheckDocument.Finding;
import java.util.List;

/** Whether any file in the plugins folder is run. */
final class PluginTrustCheck implements Check {
    private final IndagoProperties.Plugins settings;

    PluginTrustCheck(IndagoProperties.Plugins settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> findings() {
        return settings.allowList().isEmpty()
                ? List.of(Finding.note(
                        "plugins-unlisted",
                        "whoever can write to " + settings.folder() + " can run code in the hub: name the plugins you"
                                + " trust in indago.plugins.allow-list, or let nobody else write there"))
                : List.of();
    }
}
