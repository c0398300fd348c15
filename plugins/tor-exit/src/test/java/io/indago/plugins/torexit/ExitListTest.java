package io.indago.plugins.torexit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.spi.ErrorKind;
import io.indago.spi.ProviderException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitListTest {
    private static final String RELAY = "0123456789ABCDEF0123456789ABCDEF01234567";
    private static final List<String> BLOCKS = List.of(
            "ExitNode " + RELAY,
            "Published 2026-01-01 01:02:03",
            "LastStatus 2026-01-02 02:00:00",
            "ExitAddress 203.0.114.9 2026-01-02 03:04:05",
            "ExitAddress 203.0.114.10 2026-01-01 03:04:05",
            "ExitNode " + "F".repeat(40),
            "ExitAddress 203.0.114.9 2026-01-01 00:00:00");

    @Test
    void readsBlocksAndKeepsTheLatestOfAnAddress() {
        ExitList list = ExitList.of(BLOCKS);

        assertThat(list.size()).isEqualTo(2);
        assertThat(list.find("203.0.114.9")).hasValueSatisfying(exit -> {
            assertThat(exit.fingerprint()).contains(RELAY);
            assertThat(exit.testedAt()).contains(Instant.parse("2026-01-02T03:04:05Z"));
        });
        assertThat(list.find("203.0.114.11")).isEmpty();
    }

    @Test
    void readsAnAddressALine() {
        ExitList list = ExitList.of(List.of("# exits", "203.0.114.9", " 2620:FE::FE ", ""));

        assertThat(list.size()).isEqualTo(2);
        assertThat(list.find("2620:fe::fe"))
                .hasValueSatisfying(exit -> assertThat(exit.fingerprint()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"2026-01-03T03:04:04Z, false", "2026-01-03T03:04:06Z, true", "2026-01-01T00:00:00Z, false"})
    void isStaleADayAfterItsNewestEntry(Instant now, boolean stale) {
        assertThat(ExitList.of(BLOCKS).isStale(now)).isEqualTo(stale);
    }

    @Test
    void doesNotTellItsAgeWithoutTimes() {
        assertThat(ExitList.of(List.of("203.0.114.9")).isStale(Instant.parse("2099-01-01T00:00:00Z")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "<html>", "ExitNode 12", "Published 2026-01-01 01:02:03", "{\"a\":1}"})
    void refusesWhatIsNoListOfExits(String line) {
        assertThatThrownBy(() -> ExitList.of(List.of(line)))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.BAD_REPLY));
    }
}
