package io.indago.plugins.malpedia;

import io.indago.spi.HttpReply;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;

class MalpediaContractTest extends ProviderContractTest {
    private static final String API = "GET https://malpedia.caad.fkie.fraunhofer.de/api/get/";

    @Override
    protected Plugin plugin() {
        return new MalpediaPlugin();
    }

    @Override
    protected HttpReply healthy() {
        return Reply.json("{\"detail\":\"Valid token.\"}");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a sample of a family", IndicatorType.SHA256, "1".repeat(64))
                        .replying(API + "sample/" + "1".repeat(64) + "/info", "sample.json")
                        .replying(API + "family/win.examplebot", "family.json")
                        .expecting(VerdictClass.MALICIOUS, 90),
                LookupCase.of("a sample of a family that can't be shown", IndicatorType.MD5, "3".repeat(32))
                        .replying(API + "sample/" + "3".repeat(32) + "/info", "sample.json")
                        .replying(API + "family/win.examplebot", Reply.status(503))
                        .expecting(VerdictClass.MALICIOUS, 90),
                LookupCase.of("an unknown file", IndicatorType.MD5, "0".repeat(32))
                        .replying(API + "sample/*", 404, "unknown.json")
                        .expectingNoData());
    }
}
