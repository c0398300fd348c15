package io.indago.hub;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may depend on whom; the table in CONTRIBUTING.md says it in words. */
class DependencyTableTest {
    private static final String SPI = "io.indago.spi..";
    private static final String HOST = "io.indago.host..";
    private static final String JSON = "io.indago.json..";
    private static final String TOOLKIT = "io.indago.toolkit..";
    private static final String INDICATORS = "io.indago.indicator..";
    private static final String ROUTES = "io.indago.routes..";
    private static final String HUB = "io.indago.hub..";
    private static final String[] JDK = {"java..", "javax.net..", "org.jspecify.."};

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.indago");

    @Test
    void thePluginApiStandsOnTheJdkAlone() {
        only(SPI, SPI);
    }

    @Test
    void theHostKnowsThePluginApiAlone() {
        only(HOST, HOST, SPI);
    }

    @Test
    void theJsonViewKnowsThePluginApiAndJackson() {
        only(JSON, JSON, SPI, "com.fasterxml.jackson..");
    }

    @Test
    void theToolkitKnowsThePluginApiAndItsLanguages() {
        only(TOOLKIT, TOOLKIT, SPI, "com.fasterxml.jackson..", "net.thisptr.jackson.jq..", "org.yaml.snakeyaml..");
    }

    @Test
    void theParserIsPure() {
        only(INDICATORS, INDICATORS, SPI, "com.google.common..", "com.ibm.icu..");
    }

    @Test
    void routesKnowNeitherSpringNorTheHub() {
        noClasses()
                .that()
                .resideInAPackage(ROUTES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", HUB)
                .check(PRODUCT);
    }

    @Test
    void nobodyButTheHubItselfKnowsTheHub() {
        noClasses()
                .that(not(resideInAnyPackage(HUB)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HUB)
                .check(PRODUCT);
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().matching("io.indago.toolkit.(*)..").should().beFreeOfCycles().check(PRODUCT);
        slices().matching("io.indago.routes.(*)..").should().beFreeOfCycles().check(PRODUCT);
        slices().matching("io.indago.hub.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void decisionsDoNotImportCamel() {
        noClasses()
                .that()
                .haveSimpleNameStartingWith("Lookup")
                .and()
                .resideInAPackage("io.indago.routes.lookup")
                .and()
                .haveSimpleNameNotEndingWith("Routes")
                .or()
                .haveSimpleName("Verdict")
                .or()
                .haveSimpleName("VerdictPolicy")
                .or()
                .haveSimpleName("MergedFacts")
                .or()
                .haveSimpleName("Enricher")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(PRODUCT);
    }

    private static void only(String from, String... to) {
        classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(to).or(resideInAnyPackage(JDK)))
                .check(PRODUCT);
    }
}
