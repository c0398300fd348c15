package io.indago.routes.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.Samples;
import io.indago.routes.account.FakeDirectory;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.api.HubRouteConfiguration;
import io.indago.routes.api.TestAudit;
import io.indago.routes.audit.AuditEvent;
import io.indago.routes.events.JsonMapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;
import org.apache.camel.support.DefaultConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which question a request asks of the accounts, and how it is answered; no HTTP. Today is 2026-11-20. */
class ReportApiRoutesTest {
    private static final RestConsumerFactory NO_HTTP =
            (camel, processor, verb, base, template, consumes, produces, configuration, parameters) ->
                    new DefaultConsumer(camel.getEndpoint("direct:" + UUID.randomUUID()), processor);

    private final ObjectMapper json = JsonMapping.mapper();
    private final FakeReports reports = new FakeReports();
    private final FakeDirectory directory = new FakeDirectory();
    private final List<AuditEvent> events = new ArrayList<>();
    private final ModelCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        camel.getRegistry().bind("no-http", NO_HTTP);
        RestConfiguration rest = new RestConfiguration();
        rest.setInlineRoutes(false);
        camel.setRestConfiguration(rest);
        camel.addRoutesConfigurations(new HubRouteConfiguration(json));
        camel.addRoutes(new ReportApiRoutes(reports, Samples.CLOCK, json));
        camel.addRoutes(new ForgetApiRoutes(reports, directory, TestAudit.actions(events), json));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reports.all |                                    | report by user of EVERYBODY  2026-10-23 to 2026-11-20, 50 from 0
            reports.all | by=provider                        | report by provider of EVERYBODY  2026-10-23 to 2026-11-20, 50 from 0
            reports.all | from=2026-11-01                    | report by user of EVERYBODY  2026-11-01 to 2026-11-20, 50 from 0
            reports.all | to=2026-03-01                      | report by user of EVERYBODY  2026-02-01 to 2026-03-01, 50 from 0
            reports.all | from=2026-11-05;to=2026-11-05      | report by user of EVERYBODY  2026-11-05 to 2026-11-05, 50 from 0
            reports.all | offset=100;limit=1000              | report by user of EVERYBODY  2026-10-23 to 2026-11-20, 1000 from 100
            reports.all | format=csv                         | report by user of EVERYBODY  2026-10-23 to 2026-11-20, 10000 from 0
            reports.one | username=alice                     | report by provider of USERNAME alice 2026-10-23 to 2026-11-20, 50 from 0
            logs.all    | limit=1                            | log of EVERYBODY  2026-10-23 to 2026-11-20, 1 from 0
            logs.one    | username=alice;offset=7            | log of USERNAME alice 2026-10-23 to 2026-11-20, 50 from 7
            """)
    void asks(String route, String headers, String question) {
        Message answer = ask(route, headers);

        assertThat(reports.asked).as(() -> text(answer)).containsExactly(question);
    }

    @Test
    void forgetsWhoSomebodyWasUnderAPseudonymTheAnswerNames() {
        reports.subjects.put("bob", Set.of("id-bob"));
        Message answer = ask("logs.forget", "username=bob");

        String pseudonym = "forgotten-" + Samples.accounted().id();
        assertThat(text(answer)).contains("\"pseudonym\":\"" + pseudonym + "\"", "\"requests\":7");
        assertThat(reports.asked).containsExactly("forget bob for " + pseudonym);
        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(event.object()).isEqualTo(pseudonym);
            assertThat(event.toString()).doesNotContain("bob");
        });
        assertThat(events.get(1).details()).containsEntry("requests", "7");
    }

    @Test
    void putsOnRecordThatSomebodyWasNotForgotten() {
        Message answer = ask("logs.forget", "username=alice");

        assertThat(answer.getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(403);
        assertThat(reports.asked).isEmpty();
        assertThat(events).extracting(AuditEvent::outcome).containsExactly("requested", "failed");
    }

    @Test
    void forgetsNobodyItDoesNotKnow() {
        Message answer = ask("logs.forget", "username=mallory");

        assertThat(answer.getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(404);
        assertThat(reports.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=yesterday                | from
            from=1999-12-31               | from
            from=2026-11-02;to=2026-11-01 | from
            to=2026-02-30                 | to
            by=colour                     | by
            limit=0                       | limit
            limit=1001                    | limit
            limit=ten                     | limit
            limit=10001;format=csv        | limit
            offset=-1                     | offset
            offset=100001                 | offset
            format=xml                    | format
            """)
    void saysWhatIsWrong(String headers, String field) throws Exception {
        Message answer = ask("reports.all", headers);

        assertThat(answer.getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(400);
        assertThat(json.readTree(text(answer)).at("/errors/0/field").textValue())
                .isEqualTo(field);
        assertThat(reports.asked).isEmpty();
    }

    @Test
    void answersInJson() throws Exception {
        Message answer = ask("reports.all", "limit=2");

        assertThat(answer.getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
        JsonNode report = json.readTree(text(answer));
        assertThat(report.at("/rows/0/key").textValue()).isEqualTo("=alice");
        assertThat(report.at("/rows/0/billed").longValue()).isEqualTo(3);
        assertThat(report.at("/totals/cost").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(report.path("from").textValue()).isEqualTo("2026-10-23");
        assertThat(report.path("asOf").textValue()).isEqualTo("2026-11-20T09:59:00Z");
        assertThat(report.path("by").textValue()).isEqualTo("user");
    }

    @ParameterizedTest
    @CsvSource({
        "'Accept=text/csv'",
        "'Accept=application/json;q=0.1,text/csv'",
        "format=csv",
        "'format=csv;Accept=application/json'"
    })
    void answersInCsvToWhoWantsIt(String headers) {
        Message answer = ask("logs.all", headers.replace(";q", "%q"));

        assertThat(answer.getHeader(Exchange.CONTENT_TYPE, String.class)).startsWith("text/csv");
        assertThat(answer.getHeader("X-Total-Count")).isEqualTo(1L);
        assertThat(answer.getHeader("Content-Disposition", String.class)).startsWith("attachment");
        assertThat(text(answer)).isEqualTo("""
                "at","user","client","method","endpoint","parameters","indicatorType","indicator","verdict","address","userAgent","stage","status","bytes","id"\r
                "2026-11-20T09:59:00Z","alice","indago-cli","GET","/api/indicator/ipv4/{value}","deadline=3s&tlp=RED","ipv4","203.0.114.9","","192.0.2.7","'@agent, ""1"" x","completed",200,512,"0193a1b2-0000-7000-8000-000000000001"\r
                """);
    }

    @Test
    void theParameterHasTheLastWordOnTheFormat() {
        assertThat(ask("logs.all", "format=json;Accept=text/csv").getHeader(Exchange.CONTENT_TYPE))
                .isEqualTo("application/json");
    }

    @Test
    void knowsNoMoreOfOneUnknownUserThanOfAnother() {
        Message mallory = ask("reports.one", "username=mallory");
        Message nobody = ask("logs.one", "username=no\u0000body");

        assertThat(mallory.getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(404);
        assertThat(text(nobody)).isEqualTo(text(mallory)).doesNotContain("mallory");
        assertThat(reports.asked).isEmpty();
    }

    @Test
    void tellsTheCallerHisOwnAlone() throws Exception {
        JsonNode usage = json.readTree(text(ask("account.usage", "by=type;username=bob")));
        ask("account.usage", "to=2026-11-19");

        assertThat(usage.path("by").textValue()).isEqualTo("type");
        assertThat(usage.at("/groups/0/key").textValue()).isEqualTo("=alice");
        assertThat(reports.asked)
                .containsExactly(
                        "usage of 7f3c 2026-10-23T00:00:00Z to 2026-11-20T10:00:00Z",
                        "report by type of SUBJECT 7f3c 2026-10-23 to 2026-11-20, 1000 from 0",
                        "usage of 7f3c 2026-10-22T00:00:00Z to 2026-11-20T00:00:00Z");
    }

    @Test
    void saysWhenTheDatabaseIsAway() {
        reports.away = true;

        Message answer = ask("logs.all", "");

        assertThat(answer.getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isNotNull();
    }

    private Message ask(String route, String headers) {
        Map<String, Object> all = new HashMap<>();
        for (String header : headers == null || headers.isBlank() ? new String[0] : headers.split(";")) {
            String[] parts = header.split("=", 2);
            all.put(parts[0], parts[1].replace("%q", ";q"));
        }
        return camel.createProducerTemplate()
                .request("direct:" + route, exchange -> {
                    exchange.setProperty(AccountedRequest.PROPERTY, Samples.accounted());
                    exchange.getMessage().setHeaders(all);
                })
                .getMessage();
    }

    private static String text(Message answer) {
        Object body = answer.getBody();
        return body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : answer.getBody(String.class);
    }
}
