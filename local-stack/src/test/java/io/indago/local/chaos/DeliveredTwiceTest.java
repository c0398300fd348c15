package io.indago.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveredTwiceTest {

    @Test
    void seesRowsThatCameAndRowsThatAreGone() {
        assertThat(DeliveredTwice.differences(Set.of("a", "b"), Set.of("b", "a")))
                .isEmpty();
        assertThat(DeliveredTwice.differences(Set.of("a"), Set.of("a", "c"))).containsExactly("1 rows came, such as c");
        assertThat(DeliveredTwice.differences(Set.of("a", "b"), Set.of("a")))
                .containsExactly("1 rows are gone, such as b");
        assertThat(DeliveredTwice.differences(Set.of("a 1"), Set.of("a 2"))).hasSize(2);
    }
}
