package io.indago.routes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.connector.ScriptedConnector;
import io.indago.routes.events.JsonMapping;
import io.indago.routes.guard.ProviderGuards;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is shown of a connector. */
class PluginDocumentTest {
    private static final String ID = ScriptedConnector.ID;

    private final ObjectMapper json = JsonMapping.mapper();
    private final ScriptedConnector connector = new ScriptedConnector(Map.of("max-tlp", "GREEN", "tags", "tor,c2"));
    private final PluginOperations plugins =
            TestPlugins.operations(connector.host(), new ProviderGuards(Clock.systemUTC()));

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void showsWhatItsOperatorWantsItTold() throws Exception {
        JsonNode document = json.valueToTree(plugins.show(ID));

        assertThat(document.path("kind").asText()).isEqualTo("connector");
        assertThat(document.path("maxTlp").asText()).isEqualTo("GREEN");
        assertThat(document.path("settings"))
                .filteredOn(setting -> setting.path("given").asBoolean())
                .extracting(setting -> setting.path("name").asText() + "="
                        + setting.path("value").asText())
                .contains("max-tlp=GREEN", "tags=tor,c2", "sandbox-results=true");
    }

    @Test
    void leavesOutWhatOnlyProvidersHave() throws Exception {
        JsonNode document = json.valueToTree(plugins.show(ID));

        assertThat(document.has("exposure")).isFalse();
        assertThat(document.has("reliability")).isFalse();
    }

    @Test
    void listsTheSame() {
        JsonNode listed =
                json.<JsonNode>valueToTree(plugins.list()).path("connectors").path(0);

        assertThat(listed.path("id").asText()).isEqualTo(ID);
        assertThat(listed.path("maxTlp").asText()).isEqualTo("GREEN");
        assertThat(listed.path("state").asText()).isEqualTo("ready");
    }

    @Test
    void killsNothingThatIsNotThere() {
        assertThatThrownBy(() -> plugins.kill("tipp", "admin"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("did you mean 'tip'?");
    }
}
