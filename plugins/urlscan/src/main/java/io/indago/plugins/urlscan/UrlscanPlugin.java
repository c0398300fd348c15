package io.indago.plugins.urlscan;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers {@code urlscan}, which searches, and {@code urlscan-scan}, which has pages visited. */
public final class UrlscanPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new SearchFactory(), new ScanFactory());
    }
}
