package io.indago.routes.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecordsUnderWayTest {
    private static final byte[] RECORD = {1};
    private static final byte[] SAME_RECORD = {1};

    private final RecordsUnderWay records = new RecordsUnderWay();

    @Test
    void hasARecordAsLongAsItIsUnderWay() {
        assertThat(records.during("id", RECORD, () -> records.find("id"))).contains(RECORD);
        assertThat(records.find("id")).isEmpty();
    }

    @Test
    void forgetsItAlsoWhenThatFails() {
        assertThatThrownBy(() -> records.during("id", RECORD, () -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        assertThat(records.find("id")).isEmpty();
    }

    @Test
    void keepsItForTheSlowerOfTwo() {
        records.during("id", RECORD, () -> {
            records.during("id", SAME_RECORD, () -> records.find("id"));
            assertThat(records.find("id")).contains(RECORD);
            return "done";
        });
        assertThat(records.find("id")).isEmpty();
    }
}
