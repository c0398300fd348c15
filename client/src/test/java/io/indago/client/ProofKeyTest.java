package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProofKeyTest {

    @Test
    void challengesAsTheStandardsExampleDoes() {
        assertThat(new ProofKey("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge())
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void isNeverTheSame() {
        assertThat(ProofKey.random().verifier())
                .matches("[A-Za-z0-9_-]{43,128}")
                .isNotEqualTo(ProofKey.random().verifier());
    }
}
