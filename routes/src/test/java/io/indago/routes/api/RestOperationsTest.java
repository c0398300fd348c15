package io.indago.routes.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.FakeProvider;
import io.indago.routes.Samples;
import io.indago.routes.account.FakeDirectory;
import io.indago.routes.events.JsonMapping;
import io.indago.routes.guard.ProviderGuards;
import io.indago.routes.limit.FakeOverrides;
import io.indago.routes.limit.LimitOverrides;
import io.indago.routes.limit.LimitPolicy;
import io.indago.routes.lookup.LookupPlanner;
import io.indago.routes.lookup.LookupPreview;
import io.indago.routes.provider.AnswerCache;
import io.indago.routes.provider.ProviderDirectory;
import io.indago.routes.provider.ProviderPreview;
import io.indago.routes.report.FakeReports;
import io.indago.routes.report.ForgetApiRoutes;
import io.indago.routes.report.ReportApiRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.model.rest.SecurityDefinition;
import org.apache.camel.model.rest.VerbDefinition;
import org.junit.jupiter.api.Test;

/** What the operations declare; no HTTP is started. */
class RestOperationsTest {
    private static final ObjectMapper JSON = JsonMapping.mapper();

    private static final ProviderDirectory NOBODY = FakeProvider.directory();
    private static final LookupPreview PREVIEW = new LookupPreview(
            new LookupPlanner(NOBODY, Samples.CLOCK),
            new ProviderPreview(NOBODY, new ProviderGuards(Samples.CLOCK), new AnswerCache(0), Samples.CLOCK));

    private static final LimitOverrides OVERRIDES = new FakeOverrides();
    private static final LimitPolicy LIMITS = new LimitPolicy(Map.of(), Map.of(), OVERRIDES, Samples.CLOCK);

    private static final List<RouteBuilder> API = List.of(
            new LookupApiRoutes(Samples.PARSER, DeadlineReader.standard(), PREVIEW, JSON),
            new AccountApiRoutes(JSON),
            new ReportApiRoutes(new FakeReports(), Samples.CLOCK, JSON),
            new ForgetApiRoutes(new FakeReports(), new FakeDirectory(), TestAudit.actions(), JSON),
            new PluginApiRoutes(TestPlugins.none(), TestPlugins.noConnectors(), TestAudit.actions(), JSON),
            TestAudit.routes(),
            new LimitApiRoutes(new LimitOperations(LIMITS, OVERRIDES, Samples.CLOCK, JSON), TestAudit.actions(), JSON),
            new SelfCheckApiRoutes(
                    () -> {
                        throw new AssertionError("no self-check here");
                    },
                    JSON),
            new DeadLetterApiRoutes(TestPlugins.noDeadLetters(), TestAudit.actions(), JSON),
            new StatusApiRoutes(
                    () -> {
                        throw new AssertionError("no status here");
                    },
                    JSON));

    @Test
    void everyOperationDeclaresItsScope() throws Exception {
        Map<String, String> scopes = new TreeMap<>();
        for (Operation operation : operations()) {
            scopes.put(operation.name(), operation.security());
        }

        assertThat(scopes)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("get /api/indicator/ipv4/{value}", "keycloak tasks"),
                        entry("get /api/indicator/ipv6/{value}", "keycloak tasks"),
                        entry("get /api/indicator/domain/{value}", "keycloak tasks"),
                        entry("get /api/indicator/url/{value}", "keycloak tasks"),
                        entry("get /api/indicator/hash/{value}", "keycloak tasks"),
                        entry("get /api/indicator/email/{value}", "keycloak tasks"),
                        entry("get /api/indicator/cve/{value}", "keycloak tasks"),
                        entry("get /api/indicator/asn/{value}", "keycloak tasks"),
                        entry("get /api/indicator/cidr/{value}", "keycloak tasks"),
                        entry("get /api/indicator/cidr/{value}/{length}", "keycloak tasks"),
                        entry("post /api/indicator", "keycloak tasks"),
                        entry("get /api/admin/limits", "keycloak mon:read"),
                        entry("put /api/admin/limit/{kind}/{name}", "keycloak mon"),
                        entry("delete /api/admin/limit/{kind}/{name}", "keycloak mon"),
                        entry("get /api/admin/dead-letters", "keycloak mon:read"),
                        entry("post /api/admin/dead-letters/{topic}/replay", "keycloak mon"),
                        entry("get /api/me", "keycloak users"),
                        entry("get /api/me/usage", "keycloak users"),
                        entry("get /api/admin/reports", "keycloak mon:read"),
                        entry("get /api/admin/report/{username}", "keycloak mon:read"),
                        entry("get /api/admin/logs", "keycloak mon:read"),
                        entry("get /api/admin/log/{username}", "keycloak mon:read"),
                        entry("delete /api/admin/log/{username}", "keycloak mon"),
                        entry("get /api/plugins", "keycloak tasks"),
                        entry("get /api/plugins/{id}", "keycloak tasks"),
                        entry("get /api/plugins/{id}/deliveries", "keycloak mon:read"),
                        entry("post /api/plugins/{id}/kill", "keycloak mon"),
                        entry("post /api/plugins/{id}/retry", "keycloak mon"),
                        entry("post /api/plugins/rescan", "keycloak mon"),
                        entry("post /api/plugins/{id}/health-check", "keycloak mon"),
                        entry("post /api/plugins/{id}/enable", "keycloak mon"),
                        entry("post /api/plugins/{id}/disable", "keycloak mon"),
                        entry("post /api/plugins/{id}/cache/clear", "keycloak mon"),
                        entry("get /api/admin/audit", "keycloak mon:read"),
                        entry("get /api/admin/audit/verification", "keycloak mon:read"),
                        entry("get /api/admin/self-check", "keycloak mon:read"),
                        entry("get /api/status", "open null")));
    }

    @Test
    void everyOperationHasItsOwnIdAndADescription() throws Exception {
        assertThat(operations())
                .extracting(operation -> operation.verb().getId())
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(operations())
                .allSatisfy(operation ->
                        assertThat(operation.verb().getDescriptionText()).isNotBlank());
    }

    @Test
    void everyOperationLeadsToARouteThereIs() throws Exception {
        try (DefaultCamelContext camel = camel()) {
            List<String> entries = camel.getRouteDefinitions().stream()
                    .map(route -> route.getInput().getUri())
                    .toList();

            assertThat(operations()).allSatisfy(operation -> assertThat(entries)
                    .contains(operation.verb().getTo().getEndpointUri()));
        }
    }

    private record Operation(RestDefinition rest, VerbDefinition verb) {
        String name() {
            String path = verb.getPath() == null ? "" : verb.getPath();
            return verb.asVerb() + " " + rest.getPath() + path;
        }

        String security() {
            List<SecurityDefinition> security = verb.getSecurity();
            assertThat(security).as(name()).hasSize(1);
            return security.get(0).getKey() + " " + security.get(0).getScopes();
        }
    }

    private static List<Operation> operations() throws Exception {
        List<Operation> operations = new ArrayList<>();
        try (DefaultCamelContext camel = camel()) {
            for (RestDefinition rest : camel.getRestDefinitions()) {
                rest.getVerbs().forEach(verb -> operations.add(new Operation(rest, verb)));
            }
        }
        return operations;
    }

    private static DefaultCamelContext camel() throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        // As in the hub: several operations lead to the same route.
        camel.getRestConfiguration().setInlineRoutes(false);
        for (RouteBuilder builder : API) {
            camel.addRoutes(builder);
        }
        return camel;
    }
}
