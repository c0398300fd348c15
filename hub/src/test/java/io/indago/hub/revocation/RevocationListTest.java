package io.indago.hub.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.hub.revocation.RevocationList.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RevocationListTest {
    private static final Instant THEN = Instant.ofEpochSecond(1_000);

    private final AtomicLong nanos = new AtomicLong();
    private final RevocationList list = new RevocationList(nanos::get);

    @Test
    void refusesTokensOfThatSecondAndBeforeAndNoOthers() {
        list.replace(Map.of("ada", new Rule(false, THEN)), 0);

        assertThat(list.refuses("ada", THEN.minusSeconds(1))).isTrue();
        assertThat(list.refuses("ada", THEN)).isTrue();
        assertThat(list.refuses("ada", THEN.plusSeconds(1))).isFalse();
        assertThat(list.refuses("ada", null)).isTrue();
        assertThat(list.refuses("bob", THEN)).isFalse();
    }

    @Test
    void refusesAllTokensWhileTheyAreHeld() {
        list.replace(Map.of("ada", new Rule(true, Instant.EPOCH)), 0);

        assertThat(list.refuses("ada", THEN)).isTrue();

        list.replace(Map.of(), 0);
        assertThat(list.refuses("ada", THEN)).isFalse();
    }

    @Test
    void goesOnWithWhatIsKnownAndSaysThatItIsNotCurrent() {
        assertThat(list.isCurrent()).isFalse();
        list.replace(Map.of("ada", new Rule(false, THEN)), 0);
        assertThat(list.isCurrent()).isTrue();

        list.lost();

        assertThat(list.isCurrent()).isFalse();
        assertThat(list.refuses("ada", THEN)).isTrue();
    }

    @Test
    void isNotCurrentWhenTheDatabaseHangs() {
        list.replace(Map.of(), nanos.get());
        nanos.set(Duration.ofMillis(1_500).toNanos());
        assertThat(list.isCurrent()).isTrue();

        nanos.set(Duration.ofMillis(1_900).toNanos());

        assertThat(list.isCurrent()).isFalse();
    }
}
