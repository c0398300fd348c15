package io.indago.plugins.screenshotapi;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code screenshotapi}. */
public final class ScreenshotApiPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new ScreenshotApiFactory());
    }
}
