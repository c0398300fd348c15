package io.indago.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.Samples;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.accounting.AccountingUnavailableException;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.events.JsonMapping;
import io.indago.routes.lookup.LookupRoutes;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How errors are told, and that nothing of the request or of the hub's inside is told with them. */
class ErrorAnswersTest {
    private static final String SECRET = "CANARY-4711";

    private final ObjectMapper json = JsonMapping.mapper();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private Optional<Exception> failure = Optional.empty();

    @BeforeEach
    void start() throws Exception {
        camel.getRestConfiguration().setInlineRoutes(false);
        camel.addRoutesConfigurations(new HubRouteConfiguration(json));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(LookupRoutes.LOOKUP).errorHandler(noErrorHandler()).process(exchange -> {
                    throw failure.orElseThrow();
                });
                from("direct:api")
                        .routeConfigurationId(HubRouteConfiguration.ID)
                        .to(LookupRoutes.LOOKUP);
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "accounting, 503, urn:indago:problem:accounting-unavailable",
        "store, 503, urn:indago:problem:store-unavailable",
        "parameter, 400, urn:indago:problem:invalid-parameter",
        "bug, 500, urn:indago:problem:internal",
    })
    void everyFailureIsAProblemWithItsStatusAndTheTraceId(String kind, int status, String type) throws Exception {
        Exchange answer = failingWith(failure(kind));

        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(status);
        assertThat(answer.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/problem+json");
        JsonNode problem = problem(answer);
        assertThat(problem.path("type").asText()).isEqualTo(type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("traceId").asText()).isEqualTo(Samples.ID.toString());
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"accounting, Retry-After", "store, Retry-After", "parameter, Content-Type", "bug, Content-Type"})
    void theRequestsHeadersAreNotAnswered(String kind, String last) {
        assertThat(failingWith(failure(kind)).getMessage().getHeaders().keySet())
                .contains(last)
                .isSubsetOf(Exchange.CONTENT_TYPE, Exchange.HTTP_RESPONSE_CODE, "Retry-After");
    }

    @ParameterizedTest
    @CsvSource({"accounting", "store", "bug"})
    void whatBrokeInsideIsNotTold(String kind) throws Exception {
        assertThat(problem(failingWith(failure(kind))).toString()).doesNotContain(SECRET, "Exception", "io.indago");
    }

    @Test
    void aBadParameterIsNamed() throws Exception {
        JsonNode errors = problem(failingWith(failure("parameter"))).path("errors");

        assertThat(errors).hasSize(1);
        assertThat(errors.at("/0/field").asText()).isEqualTo("tlp");
        assertThat(errors.at("/0/message").asText()).isEqualTo("'PURPLE' is no TLP");
    }

    private static Exception failure(String kind) {
        RuntimeException inside = new IllegalStateException("jdbc:postgresql://" + SECRET);
        return switch (kind) {
            case "accounting" -> new AccountingUnavailableException(SECRET, inside);
            case "store" -> new StoreUnavailableException(SECRET, inside);
            case "parameter" -> BadRequestException.parameter("tlp", "'PURPLE' is no TLP");
            default -> inside;
        };
    }

    private Exchange failingWith(Exception exception) {
        failure = Optional.of(exception);
        return camel.createFluentProducerTemplate()
                .withBody("a request")
                .withHeader("Authorization", "Bearer " + SECRET)
                .withHeader("value", SECRET)
                .withExchangeProperty(AccountedRequest.PROPERTY, Samples.accounted())
                .to("direct:api")
                .send();
    }

    private JsonNode problem(Exchange answer) throws Exception {
        return json.readTree(answer.getMessage().getBody(byte[].class));
    }
}
