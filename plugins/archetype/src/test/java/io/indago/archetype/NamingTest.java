package io.indago.archetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {

    @Test
    void callsEverythingAfterTheId() {
        Naming naming = Naming.of("my-provider2");

        assertThat(naming.in("acme com.example.acme.AcmePlugin INDAGO_PROVIDERS_ACME_API_KEY"))
                .isEqualTo(
                        "my-provider2 com.example.myprovider2.MyProvider2Plugin INDAGO_PROVIDERS_MY_PROVIDER2_API_KEY");
        assertThat(naming.in("src/main/java/com/example/acme/AcmePlugin.java"))
                .isEqualTo("src/main/java/com/example/myprovider2/MyProvider2Plugin.java");
    }

    @Test
    void leavesAloneWhatItHasWrittenItself() {
        assertThat(new Naming("x", "org.acme.intel").in("com.example.acme.Acme"))
                .isEqualTo("org.acme.intel.X");
    }

    @Test
    void makesNoPackageOfAWordOfJavas() {
        assertThat(Naming.of("switch").packageName()).isEqualTo("com.example.switch_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Acme",
                "9lives",
                "-acme",
                "acme-",
                "a--b",
                "a_b",
                "a.b",
                "../acme",
                "ac me",
                "äcme",
                "a234567890123456789012345678901234567890x"
            })
    void refusesAnIdThatIsNone(String id) {
        assertThatThrownBy(() -> new Naming(id, "com.example.acme"))
                .isInstanceOf(ArchetypeException.class)
                .hasMessageContaining("'" + id + "'")
                .hasMessageContaining("such as my-provider");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "acme", "com..acme", "com.Acme", "com.example.new", "com/example", ".com.example", "com.9a"})
    void refusesAPackageThatIsNone(String packageName) {
        assertThatThrownBy(() -> new Naming("acme", packageName))
                .isInstanceOf(ArchetypeException.class)
                .hasMessageContaining("'" + packageName + "'")
                .hasMessageContaining("such as com.example.acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.indago", "io.indago.spi"})
    void refusesIndagosOwnPackages(String packageName) {
        assertThatThrownBy(() -> new Naming("acme", packageName))
                .isInstanceOf(ArchetypeException.class)
                .hasMessageContaining("Indago's own");
    }
}
