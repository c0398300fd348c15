package io.indago.plugins.screenshotapi;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.Capability;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

class ScreenshotApiContractTest extends ProviderContractTest {
    @Override
    protected Plugin plugin() {
        return new ScreenshotApiPlugin();
    }

    /** A page can be shown, or it can't: nobody is asked whether he knows it. */
    @Override
    protected Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.NO_DATA));
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(LookupCase.of("a page", IndicatorType.URL, "http://login.example.org/portal/")
                .replying(
                        "GET https://shot.screenshotapi.net/v3/screenshot?token=*&url=http%3A%2F%2Flogin.example.org%2Fportal%2F&*",
                        "picture.json")
                .expecting(VerdictClass.INFORMATIONAL));
    }
}
