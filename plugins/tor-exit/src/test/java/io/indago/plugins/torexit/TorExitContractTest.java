package io.indago.plugins.torexit;

import io.indago.spi.HttpReply;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;

class TorExitContractTest extends ProviderContractTest {
    private static final String LIST = "GET https://check.torproject.org/exit-addresses";

    @Override
    protected Plugin plugin() {
        return new TorExitPlugin();
    }

    @Override
    protected HttpReply healthy() {
        return Reply.fixture("bulk.txt");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("an exit", IndicatorType.IPV4, "203.0.114.9")
                        .replying(LIST, "bulk.txt")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("an exit of the new kind", IndicatorType.IPV6, "2620:fe::fe")
                        .replying(LIST, "bulk.txt")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("no exit", IndicatorType.IPV4, "203.0.114.10")
                        .replying(LIST, "bulk.txt")
                        .expectingNoData());
    }
}
