package io.indago.routes.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.indago.spi.Enrichment;
import io.indago.spi.Finding;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Pap;
import io.indago.spi.Report;
import io.indago.spi.Tlp;
import io.indago.spi.VerdictClass;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class EndpointMessageTest {
    private static final byte[] RECORD = {'{', '}'};
    private static final String TEXT = """
            Indago: malicious url hxxp[://]evil[.]example[.]com/a, score 90
            TLP:AMBER+STRICT PAP:GREEN

            - alpha is sure
            - bravo agrees

            alpha: 12 of 90 (https://alpha.example/report/1)
            bravo: in a list

            2026-11-20T10:00:00Z id-1
            """;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final RecordsUnderWay records = new RecordsUnderWay();

    @Test
    void passesOnTheRecordAsItIs() {
        Message message = records.during("id-1", RECORD, () -> message("json", malicious()));

        assertThat(message.getBody()).isEqualTo(RECORD);
        assertThat(message.getHeaders()).isEqualTo(headers("application/json", "id-1.json"));
    }

    @Test
    void doesNotMakeUpARecordThatIsNotUnderWay() {
        assertThatThrownBy(() -> message("json", malicious())).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void writesATextThatNothingTurnsIntoALink() {
        Message message = message("text", malicious());

        assertThat(message.getBody(String.class)).isEqualTo(TEXT);
        assertThat(message.getHeaders()).isEqualTo(headers("text/plain; charset=utf-8", "id-1.txt"));
    }

    @Test
    void writesWhatChatsTake() throws Exception {
        Message message = message("chat", malicious());

        assertThat(new ObjectMapper().readTree(message.getBody(String.class)))
                .isEqualTo(JsonNodeFactory.instance.objectNode().put("text", TEXT));
        assertThat(message.getHeaders()).isEqualTo(headers("application/json", "id-1.json"));
    }

    @Test
    void hasNoScoreWhereThereIsNone() {
        Enrichment unknown = Enrichment.builder("id-2", Indicator.of(IndicatorType.IPV4, "203.0.113.9"), Instant.EPOCH)
                .build();

        assertThat(message("text", unknown).getHeader("subject")).isEqualTo("Indago: unknown ipv4 203[.]0[.]113[.]9");
    }

    private static Map<String, Object> headers(String type, String file) {
        return Map.of(
                Exchange.CONTENT_TYPE,
                type,
                Exchange.FILE_NAME,
                file,
                "subject",
                "Indago: malicious url hxxp[://]evil[.]example[.]com/a, score 90",
                "indago-id",
                "id-1",
                Exchange.HTTP_METHOD,
                "POST");
    }

    private Message message(String body, Enrichment enrichment) {
        Message message = new DefaultExchange(camel).getMessage();
        EndpointMessage.of(body, records).write(enrichment, message);
        return message;
    }

    private static Enrichment malicious() {
        return Enrichment.builder(
                        "id-1",
                        Indicator.of(IndicatorType.URL, "http://evil.example.com/a"),
                        Instant.parse("2026-11-20T10:00:00Z"))
                .verdict(VerdictClass.MALICIOUS)
                .score(90, 80)
                .why(List.of("alpha is sure", "bravo agrees"))
                .marking(Tlp.AMBER_STRICT, Pap.GREEN)
                .finding(Finding.hit(
                        "alpha",
                        Report.hit("12 of 90")
                                .reference(URI.create("https://alpha.example/report/1"))
                                .reference(URI.create("https://alpha.example/report/2"))
                                .build()))
                .finding(Finding.hit("bravo", Report.hit("in a list").build()))
                .finding(Finding.without("charlie", "timeout", "too late"))
                .build();
    }
}
