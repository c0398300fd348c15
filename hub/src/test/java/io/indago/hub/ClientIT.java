package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.indago.client.ApiException;
import io.indago.client.Enrichment;
import io.indago.client.IndagoClient;
import io.indago.client.LookupOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Java client mirrors the API by hand; here it meets the hub. */
@ExtendWith(RunningHub.Extension.class)
class ClientIT {
    private final RunningHub hub;
    private final IndagoClient client;

    ClientIT(RunningHub hub) {
        this.hub = hub;
        client = new IndagoClient(IndagoClient.usualHttp(), hub.uri("/"), () -> hub.token("analyst", "tasks"));
    }

    @Test
    void readsEverythingTheHubAnswers() throws Exception {
        Enrichment answer = client.lookup(
                "evil-updates[.]com", LookupOptions.usual().withPap("GREEN").withTlp("CLEAR"));

        JsonNode written = RunningHub.read(hub.bean(ObjectMapper.class).writeValueAsString(answer));
        ((ObjectNode) written).remove("json");
        assertThat(written).isEqualTo(RunningHub.read(answer.json()));
        assertThat(answer.verdict().word()).isEqualTo("malicious");
        assertThat(answer.reports()).extracting(Enrichment.Report::status).contains("hit", "unsupported");
    }

    @Test
    void tellsWhyTheHubRefuses() {
        assertThatThrownBy(() -> client.lookup("8.8.8.8", LookupOptions.usual().withTlp("PURPLE")))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.problem().detail()).contains("PURPLE", "AMBER+STRICT"));
    }
}
