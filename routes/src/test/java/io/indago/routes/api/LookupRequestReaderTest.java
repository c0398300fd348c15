package io.indago.routes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.routes.Samples;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.api.Problem.FieldError;
import io.indago.routes.events.JsonMapping;
import io.indago.routes.lookup.LookupRequest;
import io.indago.spi.IndicatorType;
import io.indago.spi.Pap;
import io.indago.spi.Tlp;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookupRequestReaderTest {
    private static final DefaultCamelContext CAMEL = new DefaultCamelContext();

    private final LookupRequestReader reader =
            new LookupRequestReader(Samples.PARSER, JsonMapping.mapper(), DeadlineReader.standard());

    @Test
    void thePathHoldsTheValue() throws Exception {
        LookupRequest request = read(path("ipv4", Samples.ADDRESS));

        assertThat(request.indicator().type()).isEqualTo(IndicatorType.IPV4);
        assertThat(request.indicator().value()).isEqualTo(Samples.ADDRESS);
        assertThat(request.id()).isEqualTo(Samples.ID);
        assertThat(request.caller()).isEqualTo(Samples.CALLER);
        assertThat(request.startedAt()).isEqualTo(Samples.NOW);
    }

    @Test
    void withoutParametersItIsAmberAndTenSeconds() throws Exception {
        LookupRequest request = read(path("ipv4", Samples.ADDRESS));

        assertThat(request.tlp()).isEqualTo(Tlp.AMBER);
        assertThat(request.pap()).isEqualTo(Pap.AMBER);
        assertThat(request.patience()).isEqualTo(Duration.ofSeconds(10));
        assertThat(request.deadline()).isEqualTo(Samples.NOW.plusSeconds(10));
    }

    @Test
    void parametersAreRead() throws Exception {
        Exchange exchange = path("ipv4", Samples.ADDRESS);
        exchange.getMessage().setHeader("tlp", "tlp:amber+strict");
        exchange.getMessage().setHeader("pap", "RED");
        exchange.getMessage().setHeader("deadline", "5s");
        exchange.getMessage().setHeader("Prefer", "wait=2");
        LookupRequest request = read(exchange);

        assertThat(request.tlp()).isEqualTo(Tlp.AMBER_STRICT);
        assertThat(request.pap()).isEqualTo(Pap.RED);
        assertThat(request.patience()).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({"'', true", "true, true", "TRUE, true", "false, false", ", false"})
    void onlyThePlanIsWantedWhenTheParameterSaysSo(String value, boolean planOnly) throws Exception {
        Exchange exchange = path("ipv4", Samples.ADDRESS);
        exchange.getMessage().setHeader("plan", value);
        read(exchange);

        assertThat(exchange.getProperty(LookupRequestReader.PLAN_ONLY)).isEqualTo(planOnly);
    }

    @ParameterizedTest
    @CsvSource({"tlp, PURPLE", "pap, PURPLE", "deadline, soon", "tlp, '[RED, CLEAR]'", "plan, yes", "plan, 'true,false'"
    })
    void aParameterThatCantBeReadIsRefusedByName(String name, String value) {
        Exchange exchange = path("ipv4", Samples.ADDRESS);
        exchange.getMessage().setHeader(name, value);

        assertRefused(exchange, "invalid-parameter", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tlp", "pap"})
    void aLabelGivenTwiceIsRefusedAndNotGuessed(String name) {
        Exchange exchange = path("ipv4", Samples.ADDRESS);
        exchange.getMessage().setHeader(name, List.of("RED", "CLEAR"));

        assertRefused(exchange, "invalid-parameter", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tlp", "pap"})
    void anEmptyLabelIsTheDefault(String name) throws Exception {
        Exchange exchange = path("ipv4", Samples.ADDRESS);
        exchange.getMessage().setHeader(name, " ");

        assertThat(read(exchange).tlp()).isEqualTo(Tlp.AMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "ipv4, example.com, wrong_type",
        "ipv6, 203.0.114.9, wrong_type",
        "'domain,fqdn', 203.0.114.9, wrong_type",
        "url, nonsense, ''",
        "'md5,sha1,sha256,sha512', abc, ''",
        "ipv4, 1.2.3.256, invalid_ipv4",
        "'domain,fqdn', co.uk, public_suffix",
        "ipv4, 203.0.114.0/24, wrong_type",
        "cidr, 203.0.114.9, wrong_type",
        "cidr, 0.0.0.0/0, network_too_large",
        "url, mailto:jane@example.com, wrong_type",
        "email, jane..doe@example.com, invalid_email",
        "cve, CVE-1998-1234, invalid_cve",
        "asn, 0, invalid_asn",
    })
    void whatIsNotOfTheExpectedTypeIsRefusedWithTheParsersWords(String types, String value, String code) {
        assertThatThrownBy(() -> read(path(types, value)))
                .isInstanceOfSatisfying(BadRequestException.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo("invalid-indicator");
                    assertThat(refusal.errors()).singleElement().satisfies(error -> {
                        assertThat(error.field()).isEqualTo("value");
                        assertThat(error.message()).contains(code).isNotBlank();
                    });
                });
    }

    @Test
    void aDomainOperationTakesHostNamesToo() throws Exception {
        assertThat(read(path("domain,fqdn", "example.com")).indicator().type()).isEqualTo(IndicatorType.DOMAIN);
        assertThat(read(path("domain,fqdn", "mail.example.com")).indicator().type())
                .isEqualTo(IndicatorType.FQDN);
    }

    @ParameterizedTest
    @CsvSource({
        "cidr, 203.0.114.9/24, CIDR, 203.0.114.0/24",
        "email, Jane[at]Example[.]com, EMAIL, Jane@example.com",
        "cve, cve-2021-44228, CVE, CVE-2021-44228",
        "asn, as13335, ASN, AS13335",
        "asn, 13335, ASN, AS13335",
    })
    void theNewerTypesHaveOperationsToo(String operation, String value, IndicatorType type, String canonical)
            throws Exception {
        LookupRequest request = read(path(operation, value));

        assertThat(request.indicator().type()).isEqualTo(type);
        assertThat(request.indicator().value()).isEqualTo(canonical);
        assertThat(request.pap()).isEqualTo(Pap.AMBER);
    }

    @Test
    void aNetworksSlashMayPartThePath() throws Exception {
        Exchange exchange = path("cidr", "2606:4700::");
        exchange.getMessage().setHeader("length", "32");

        assertThat(read(exchange).indicator().value()).isEqualTo("2606:4700::/32");
    }

    @Test
    void aNumberIsAnAsNumberOnlyWhereItsTypeIsForced() throws Exception {
        String value = "{\"value\": \"13335\"%s}";

        assertThat(read(body(value.formatted(", \"type\": \"asn\""), "application/json"))
                        .indicator()
                        .value())
                .isEqualTo("AS13335");
        assertRefused(body(value.formatted(""), "application/json"), "invalid-indicator", "value");
    }

    @Test
    void aBodyNeedsNoType() throws Exception {
        LookupRequest request = read(body("{\"value\": \"example[.]com\"}", "application/json"));

        assertThat(request.indicator().type()).isEqualTo(IndicatorType.DOMAIN);
        assertThat(request.indicator().original()).isEqualTo("example[.]com");
    }

    @Test
    void aBodysTypeIsForced() throws Exception {
        String value = "{\"value\": \"example.com\", \"type\": \"%s\"}";

        assertThat(read(body(value.formatted("domain"), "application/json"))
                        .indicator()
                        .type())
                .isEqualTo(IndicatorType.DOMAIN);
        assertRefused(body(value.formatted("ipv4"), "application/json"), "invalid-indicator", "value");
        assertRefused(body(value.formatted("hostname"), "application/json"), "invalid-parameter", "type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"value\":\"example.com\",\"type\":null}", "{\"value\":\"example.com\",\"new\":1}"})
    void aBodyMayHaveMembersWeDontKnow(String json) throws Exception {
        assertThat(read(body(json, "application/json; charset=utf-8"))
                        .indicator()
                        .type())
                .isEqualTo(IndicatorType.DOMAIN);
    }

    @Test
    void aTextBodyIsTheBareValue() throws Exception {
        LookupRequest request = read(body(" hxxps://example[.]com/a \n", "text/plain;charset=UTF-8"));

        assertThat(request.indicator().value()).isEqualTo("https://example.com/a");
    }

    @Test
    void aStreamIsReadAsTheTextItIs() throws Exception {
        Exchange exchange = body("", "application/json");
        byte[] json = "{\"value\": \"bücher.example.com\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getMessage().setBody(new ByteArrayInputStream(json));

        assertThat(read(exchange).indicator().value()).isEqualTo("xn--bcher-kva.example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "42",
                "\"example.com\"",
                "{}",
                "{\"value\":null}",
                "{\"value\":42}",
                "{\"value\":[\"example.com\"]}",
                "example.com"
            })
    void aBodyWithoutAValueIsRefused(String body) {
        assertRefused(body(body, "application/json"), "invalid-parameter", "value");
    }

    @Test
    void aBodyNestedWithoutEndIsRefused() {
        assertRefused(body("[".repeat(100_000), "application/json"), "invalid-parameter", "value");
    }

    @Test
    void aBodyThatIsMissingIsRefused() {
        Exchange exchange = body("", "application/json");
        exchange.getMessage().setBody(null);

        assertRefused(exchange, "invalid-parameter", "value");
    }

    /** A query parameter or header of a POST named like the path parameter of the other operations. */
    @Test
    void aStrayValueDoesNotReplaceTheBody() throws Exception {
        Exchange exchange = body("{\"value\": \"example.com\"}", "application/json");
        exchange.getMessage().setHeader("value", Samples.ADDRESS);

        assertThat(read(exchange).indicator().type()).isEqualTo(IndicatorType.DOMAIN);
    }

    private void assertRefused(Exchange exchange, String kind, String field) {
        assertThatThrownBy(() -> read(exchange)).isInstanceOfSatisfying(BadRequestException.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.errors()).extracting(FieldError::field).containsExactly(field);
            assertThat(refusal.getMessage()).isNotBlank();
        });
    }

    private LookupRequest read(Exchange exchange) throws BadRequestException {
        reader.read(exchange);
        return exchange.getMessage().getBody(LookupRequest.class);
    }

    private static Exchange path(String types, String value) {
        Exchange exchange = exchange();
        exchange.setProperty(LookupRequestReader.EXPECTED, types);
        exchange.getMessage().setHeader("value", value);
        return exchange;
    }

    private static Exchange body(String body, String contentType) {
        Exchange exchange = exchange();
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, contentType);
        exchange.getMessage().setBody(body);
        return exchange;
    }

    private static Exchange exchange() {
        Exchange exchange = new DefaultExchange(CAMEL);
        exchange.setProperty(AccountedRequest.PROPERTY, Samples.accounted());
        return exchange;
    }
}
