package io.indago.plugins.yeti;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagNameTest {

    @ParameterizedTest
    @CsvSource({
        "Emotet, emotet",
        "'Déjà  vu', deja_vu",
        "'bot \"net\"', bot_net",
        "T1566.001, t1566.001",
        "'a=b+c', abc",
        "Вирус, ''"
    })
    void isWhatYetiMakesOfIt(String name, String kept) {
        assertThat(TagName.of(name)).isEqualTo(kept);
    }
}
