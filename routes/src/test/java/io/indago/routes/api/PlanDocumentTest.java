package io.indago.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.FakeProvider;
import io.indago.routes.Samples;
import io.indago.routes.Schema;
import io.indago.routes.events.JsonMapping;
import io.indago.routes.guard.ProviderGuards;
import io.indago.routes.lookup.LookupPlanner;
import io.indago.routes.lookup.LookupPreview;
import io.indago.routes.provider.AnswerCache;
import io.indago.routes.provider.ProviderDirectory;
import io.indago.routes.provider.ProviderPreview;
import io.indago.spi.Exposure;
import io.indago.spi.IndicatorType;
import io.indago.spi.Pap;
import io.indago.spi.Quota;
import io.indago.spi.Tlp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The plan as its caller reads it. */
class PlanDocumentTest {
    private static final Schema SCHEMA = Schema.published("plan.v1.json");

    private final ObjectMapper json = JsonMapping.mapper();
    private final ProviderGuards guards = new ProviderGuards(Samples.CLOCK);

    @Test
    void theSchemaDescribesEveryMember() {
        SCHEMA.assertEveryMemberIsDescribed();
    }

    @Test
    void oneEntryPerProviderSaysWhatItWouldDoOrWhyNot() {
        guards.protect("vendor", false, "", List.of(Quota.of(4, Duration.ofMinutes(1))));
        JsonNode plan = plan(
                FakeProvider.scoring("vendor", 1),
                fake("target", Exposure.TARGET),
                FakeProvider.scoring("unset", 1).unavailableBecause("not configured: set X"));

        assertThat(plan.path("schema").asText()).isEqualTo("indago.plan.v1");
        assertThat(plan.at("/indicator/original").asText()).isEqualTo(Samples.ADDRESS);
        assertThat(plan.findValuesAsText("provider")).containsExactly("target", "unset", "vendor");
        assertThat(plan.at("/providers/0/status").asText()).isEqualTo("not_allowed");
        assertThat(plan.at("/providers/0/exposure").asText()).isEqualTo("target");
        assertThat(plan.at("/providers/1/reason").asText()).isEqualTo("not configured: set X");
        JsonNode vendor = plan.at("/providers/2");
        assertThat(vendor.has("status")).isFalse();
        assertThat(vendor.path("begins").asText()).isEqualTo("calls");
        assertThat(vendor.at("/requests/0/headers/X-Key").asText()).isEqualTo("‹api-key›");
        assertThat(vendor.at("/cost/calls").intValue()).isEqualTo(1);
        assertThat(vendor.at("/cost/quotas/0/left").intValue()).isEqualTo(4);
        SCHEMA.assertDescribes(plan);
    }

    private static FakeProvider fake(String id, Exposure exposure) {
        return FakeProvider.of(
                Samples.specBuilder(id)
                        .types(IndicatorType.IPV4)
                        .exposure(exposure)
                        .build(),
                question -> new CompletableFuture<>());
    }

    private JsonNode plan(FakeProvider... fakes) {
        ProviderDirectory providers = FakeProvider.directory(fakes);
        LookupPreview preview = new LookupPreview(
                new LookupPlanner(providers, Samples.CLOCK),
                new ProviderPreview(providers, guards, new AnswerCache(0), Samples.CLOCK));
        PlanDocument document = PlanDocument.of(preview.of(Samples.request(Samples.ADDRESS, Tlp.AMBER, Pap.AMBER))
                .toCompletableFuture()
                .join());
        return json.valueToTree(document);
    }
}
