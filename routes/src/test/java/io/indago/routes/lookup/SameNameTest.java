package io.indago.routes.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RedLine Stealer",
                "RedLineStealer",
                "redline-stealer",
                "win.redline_stealer",
                " REDLINE.STEALER "
            })
    void familiesAreTheSameInEverySpelling(String written) {
        assertThat(SameName.ofFamily(written)).isEqualTo(SameName.ofFamily("RedLine Stealer"));
    }

    @ParameterizedTest
    @CsvSource({
        "RedLine, RedLine Stealer",
        "Ares RAT, AresLoader",
        "AZORult, AZORult++",
        "LockBit 3.0, LockBit 30",
        "IcedID, win.icedid_downloader",
        "Win.Trojan.Example-1, Trojan.Example-1",
        "win.trojan.example, example",
    })
    void familiesThatMayBeTwoStayTwo(String one, String other) {
        assertThat(SameName.ofFamily(one)).isNotEqualTo(SameName.ofFamily(other));
    }

    @Test
    void versionsAreTheSameWhateverSeparatesTheirDigits() {
        assertThat(SameName.ofFamily("win.lockbit_3_0")).isEqualTo(SameName.ofFamily("LockBit 3.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"APT28", "apt 28", "APT-28", "Apt_28"})
    void actorsAreTheSameInEverySpelling(String written) {
        assertThat(SameName.ofActor(written)).isEqualTo(SameName.ofActor("APT28"));
    }

    @Test
    void noActorsNameBeginsWithAPlatform() {
        assertThat(SameName.ofActor("win.group")).isNotEqualTo(SameName.ofActor("group"));
    }

    @Test
    void tagsKeepWhatSeparatesTheirWords() {
        assertThat(SameName.ofTag("Known-Exploited")).isEqualTo(SameName.ofTag("known-exploited"));
        assertThat(SameName.ofTag("ip-port")).isNotEqualTo(SameName.ofTag("ipport"));
    }

    @Test
    void ownersAreTheSameWhateverTheCaseAndTheWhiteSpace() {
        assertThat(SameName.ofOwner(" EXAMPLE  Hosting")).isEqualTo(SameName.ofOwner("Example Hosting"));
        assertThat(SameName.ofOwner("Example-Hosting")).isNotEqualTo(SameName.ofOwner("Example Hosting"));
    }

    @Test
    void aNameOfNothingButSeparatorsIsStillAName() {
        List<UnaryOperator<String>> kinds = List.of(SameName::ofFamily, SameName::ofActor);
        assertThat(kinds).allSatisfy(key -> assertThat(key.apply("---"))
                .isNotEqualTo(key.apply("..."))
                .isNotEmpty());
    }
}
