package io.indago.routes.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.Samples;
import io.indago.routes.events.JsonMapping;
import io.indago.routes.journal.JournalEntry;
import io.indago.routes.journal.JournalUnavailableException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalledAccountingTest {
    private static final AccountingEvent EVENT = Samples.accounted().completed(Samples.NOW, 200, 17);

    private final ObjectMapper json = JsonMapping.mapper();

    @Test
    void anEventIsAnEntryKeyedByItsSubject() throws Exception {
        List<JournalEntry> entries = new ArrayList<>();

        new JournalledAccounting(entries::add, json).append(EVENT);

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.topic()).isEqualTo("indago.accounting.v1");
            assertThat(entry.key()).isEqualTo("7f3c");
            assertThat(json.readValue(entry.value(), AccountingEvent.class)).isEqualTo(EVENT);
        });
    }

    @Test
    void anEventThatIsNotTakenIsNotRecorded() {
        JournalUnavailableException full = new JournalUnavailableException("full");

        assertThatThrownBy(() -> new JournalledAccounting(
                                entry -> {
                                    throw full;
                                },
                                json)
                        .append(EVENT))
                .isInstanceOf(AccountingUnavailableException.class)
                .hasCause(full);
    }
}
