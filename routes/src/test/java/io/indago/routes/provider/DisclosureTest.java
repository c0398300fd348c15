package io.indago.routes.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Status;
import io.indago.routes.Samples;
import io.indago.spi.Exposure;
import io.indago.spi.Pap;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Tlp;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisclosureTest {
    private static final ProviderSpec VENDOR = Samples.specBuilder("vendor")
            .exposure(Exposure.VENDOR)
            .maxTlp(Tlp.AMBER)
            .build();

    @ParameterizedTest
    @EnumSource(Tlp.class)
    void showsAProviderNothingStricterThanItMaySee(Tlp tlp) {
        boolean refused =
                new Disclosure(tlp, Pap.CLEAR, Optional.empty()).refusal(VENDOR).isPresent();

        assertThat(refused).isEqualTo(tlp.compareTo(Tlp.AMBER) > 0);
    }

    @ParameterizedTest
    @EnumSource(Pap.class)
    void showsAProviderNothingThePapForbids(Pap pap) {
        boolean refused =
                new Disclosure(Tlp.CLEAR, pap, Optional.empty()).refusal(VENDOR).isPresent();

        assertThat(refused).isEqualTo(pap == Pap.RED);
    }

    @Test
    void showsReservedIndicatorsToNoExternalProvider() {
        Disclosure reserved = new Disclosure(Tlp.CLEAR, Pap.CLEAR, Optional.of("private address"));

        assertThat(reserved.refusal(VENDOR)).hasValueSatisfying(outcome -> {
            assertThat(outcome.status()).isEqualTo(Status.NOT_ALLOWED);
            assertThat(outcome.reason()).isEqualTo("never sent to an external provider: private address");
        });
    }
}
