package io.indago.routes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.routes.api.Problem.FieldError;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineReaderTest {
    private final DeadlineReader reader = DeadlineReader.standard();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 10000",
                "'', 10000",
                "' ', 10000",
                "500ms, 500",
                "1ms, 1",
                "3s, 3000",
                "3S, 3000",
                "3, 3000",
                "' 3s ', 3000",
                "PT3S, 3000",
                "pt0.5s, 500",
                "PT0.25S, 250",
                "30s, 30000",
                "30000ms, 30000",
            })
    void theDeadlineIsATimeUpToTheLongest(@Nullable String deadline, long millis) throws BadRequestException {
        assertThat(reader.patience(deadline, null)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0s",
                "0ms",
                "-1",
                "-3s",
                "PT0S",
                "PT-3S",
                "31s",
                "30001ms",
                "PT31S",
                "PT1H",
                "9223372036854775807",
                "9223372036854775807ms",
                "00000000000000000031"
            })
    void aDeadlineOutOfRangeIsRefused(String deadline) {
        assertThatThrownBy(() -> reader.patience(deadline, null))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("deadline: '")
                .hasMessageContaining("more than 0, at most 30s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s",
                "ms",
                "soon",
                "3m",
                "3 s",
                "1e3",
                "0x3",
                "3,5s",
                "3.5s",
                "P1D",
                "PT",
                "pt",
                "PTS",
                "99999999999999999999s",
                "PT99999999999999999999S"
            })
    void whatIsNoTimeIsRefusedWithAnExample(String deadline) {
        assertThatThrownBy(() -> reader.patience(deadline, null))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("like 500ms, 3s or PT3S");
    }

    @Test
    void aRefusalNamesTheParameterAndRepeatsLittleOfIt() {
        for (String endless : List.of("x".repeat(10_000), "0".repeat(10_000), "0".repeat(10_000) + "31")) {
            assertThatThrownBy(() -> reader.patience(endless, null))
                    .isInstanceOfSatisfying(BadRequestException.class, refusal -> {
                        assertThat(refusal.kind()).isEqualTo("invalid-parameter");
                        assertThat(refusal.errors())
                                .extracting(FieldError::field)
                                .containsExactly("deadline");
                        assertThat(refusal.getMessage()).hasSizeLessThan(200);
                    });
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, wait=3, 3000",
                "-, WAIT = 3, 3000",
                "-, 'respond-async, wait=3', 3000",
                "-, 'wait=3, wait=5', 3000",
                "2s, wait=3, 2000",
                "5s, wait=3, 3000",
                "-, wait=99999, 10000",
            })
    void theShorterOfDeadlineAndPreferenceCounts(@Nullable String deadline, String prefer, long millis)
            throws BadRequestException {
        assertThat(reader.patience(deadline, prefer)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "=",
                "wait",
                "wait=",
                "wait=0",
                "wait=-1",
                "wait=soon",
                "wait=1.5",
                "wait=999999999999999999999",
                "return=minimal",
                "waiting=3",
                "wait\u0000=3"
            })
    void aPreferenceThatCantBeReadIsIgnored(String prefer) throws BadRequestException {
        assertThat(reader.patience(null, prefer)).isEqualTo(Duration.ofSeconds(10));
    }
}
