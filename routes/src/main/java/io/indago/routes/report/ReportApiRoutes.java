package io.indago.routes.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.api.ApiScope;
import io.indago.routes.api.BadRequestException;
import io.indago.routes.api.HubRouteConfiguration;
import io.indago.routes.api.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.model.rest.RestParamType;

/** {@code /api/admin/reports} and {@code /api/admin/logs}, of everybody or of one user, and {@code /api/me/usage}. */
public final class ReportApiRoutes extends RouteBuilder {
    private static final String BY = "What the rows are: " + Grouping.words();

    private final Reports reports;
    private final Clock clock;
    private final ObjectMapper json;

    public ReportApiRoutes(Reports reports, Clock clock, ObjectMapper json) {
        this.reports = reports;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public void configure() {
        RestDefinition admin = rest("/api/admin").tag("reports").produces("application/json,text/csv");
        report(admin, "/reports", "reports.all", "What was used; by user, unless it says otherwise");
        report(admin, "/report/{username}", "reports.one", "What a user used; by provider, unless it says otherwise");
        log(admin, "/logs", "logs.all", "All requests, the latest first");
        log(admin, "/log/{username}", "logs.one", "A user's requests, the latest first");
        RestDefinition usage = rest("/api")
                .tag("account")
                .produces("application/json")
                .get("/me/usage")
                .id("account.usage.get")
                .description("What the caller has used")
                .security(ApiScope.SCHEME, ApiScope.USERS)
                .outType(Usage.class);
        days(usage);
        parameter(usage, "by", "Groups as well. " + BY);
        usage.to("direct:account.usage");

        route("reports.all", exchange -> report(exchange, Grouping.USER, Whose.EVERYBODY));
        route("reports.one", exchange -> report(exchange, Grouping.PROVIDER, user(exchange)));
        route("logs.all", exchange -> log(exchange, Whose.EVERYBODY));
        route("logs.one", exchange -> log(exchange, user(exchange)));
        route("account.usage", this::usage);
    }

    private static void report(RestDefinition rest, String path, String id, String description) {
        looking(rest, path, id, description).outType(UsageReport.class);
        parameter(rest, "by", BY);
        rest.to("direct:" + id);
    }

    private static void log(RestDefinition rest, String path, String id, String description) {
        looking(rest, path, id, description).outType(RequestLog.class).to("direct:" + id);
    }

    private static RestDefinition looking(RestDefinition rest, String path, String id, String description) {
        rest.get(path).id(id + ".get").description(description).security(ApiScope.SCHEME, ApiScope.MON_READ);
        days(rest);
        parameter(rest, "offset", "How many rows to leave out");
        parameter(rest, "limit", "The most rows: 50 unless given, at most 1000; of CSV 10000");
        parameter(rest, "format", "csv for CSV, as Accept: text/csv");
        return rest;
    }

    private static void days(RestDefinition rest) {
        parameter(rest, "from", "First day, 2026-11-01; four weeks ago unless given");
        parameter(rest, "to", "Last day, inclusive; today unless given");
    }

    private static void parameter(RestDefinition rest, String name, String description) {
        rest.param()
                .name(name)
                .type(RestParamType.query)
                .required(false)
                .description(description)
                .endParam();
    }

    private void route(String id, Processor work) {
        from("direct:" + id)
                .routeId(id)
                .routeConfigurationId(HubRouteConfiguration.ID)
                .process(work);
    }

    private void report(Exchange exchange, Grouping usual, Whose whose)
            throws BadRequestException, StoreUnavailableException, JsonProcessingException {
        ReportParameters parameters = new ReportParameters(exchange, clock);
        Question question = new Question(whose, parameters.days(), parameters.page());
        UsageReport report = reports.report(parameters.by().orElse(usual), question);
        if (parameters.csv()) {
            answerCsv(exchange, "report.csv", report.total(), CsvTable.of(report));
        } else {
            answerJson(exchange, report);
        }
    }

    private void log(Exchange exchange, Whose whose)
            throws BadRequestException, StoreUnavailableException, JsonProcessingException {
        ReportParameters parameters = new ReportParameters(exchange, clock);
        RequestLog log = reports.log(new Question(whose, parameters.days(), parameters.page()));
        if (parameters.csv()) {
            answerCsv(exchange, "log.csv", log.total(), CsvTable.of(log));
        } else {
            answerJson(exchange, log);
        }
    }

    private void usage(Exchange exchange)
            throws BadRequestException, StoreUnavailableException, JsonProcessingException {
        ReportParameters parameters = new ReportParameters(exchange, clock);
        DayRange days = parameters.days();
        Instant to = parameters.namesLastDay() ? days.end() : clock.instant();
        String subject = exchange.getProperty(AccountedRequest.PROPERTY, AccountedRequest.class)
                .caller()
                .subject();
        Usage usage = reports.usage(subject, days, to);
        if (parameters.by().isPresent()) {
            Question question = new Question(Whose.subject(subject), days, Page.WIDEST);
            usage = usage.grouped(reports.report(parameters.by().get(), question));
        }
        answerJson(exchange, usage);
    }

    /** Nothing of the name is in what is said about it: any unknown one is answered the same. */
    private Whose user(Exchange exchange) throws NotFoundException, StoreUnavailableException {
        String username = exchange.getMessage().getHeader("username", "", String.class);
        if (username.chars().anyMatch(Character::isISOControl) || !reports.knows(username)) {
            throw new NotFoundException("the accounts know no user of that name: they do from the first request on");
        }
        return Whose.username(username);
    }

    private void answerJson(Exchange exchange, Object document) throws JsonProcessingException {
        answer(exchange, "application/json", json.writeValueAsBytes(document));
    }

    private static void answerCsv(Exchange exchange, String file, long total, CsvTable table) {
        answer(exchange, "text/csv; charset=utf-8; header=present", table.text().getBytes(StandardCharsets.UTF_8));
        exchange.getMessage().setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        exchange.getMessage().setHeader("X-Total-Count", total);
    }

    private static void answer(Exchange exchange, String type, byte[] body) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, type);
        message.setBody(body);
    }
}
