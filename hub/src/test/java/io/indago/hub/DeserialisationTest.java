package io.indago.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is made of a class the sender chooses. */
class DeserialisationTest {
    private static final Set<String> ANY_CLASS = Set.of("CLASS", "MINIMAL_CLASS");

    private static final List<ArchRule> RULES = List.of(
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class),
            noClasses().should().callMethodWhere(switchesDefaultTypingOn()),
            noClasses().should().beAnnotatedWith(namesClasses()),
            noMembers().should().beAnnotatedWith(namesClasses()));

    @Test
    void nothingOfOursIsMadeOfAClassTheSenderChooses() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.indago");

        RULES.forEach(rule -> rule.check(product));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Serialised.class,
                Validated.class,
                Narrowed.class,
                Property.class,
                Built.class,
                Enabled.class,
                OnClass.class,
                OnField.class
            })
    void isFoundHoweverItIsDone(Class<?> culprit) {
        JavaClasses classes = new ClassFileImporter().importClasses(culprit);

        assertThat(RULES)
                .anyMatch(rule -> rule.allowEmptyShould(true).evaluate(classes).hasViolation());
    }

    private static DescribedPredicate<JavaCall<?>> switchesDefaultTypingOn() {
        return DescribedPredicate.describe(
                "switches default typing on",
                call -> call.getTargetOwner().getPackageName().startsWith("com.fasterxml.jackson")
                        && call.getName().matches("(activate|enable|set)DefaultTyping.*"));
    }

    private static DescribedPredicate<JavaAnnotation<?>> namesClasses() {
        return DescribedPredicate.describe(
                "names classes in JSON",
                annotation -> annotation.getRawType().isEquivalentTo(JsonTypeInfo.class)
                        && annotation
                                .get("use")
                                .map(Object::toString)
                                .filter(use -> ANY_CLASS.stream().anyMatch(use::endsWith))
                                .isPresent());
    }

    static final class Serialised {
        Object read(InputStream in) throws IOException, ClassNotFoundException {
            return new ObjectInputStream(in).readObject();
        }
    }

    static final class Validated {
        ObjectMapper mapper() {
            return new ObjectMapper()
                    .activateDefaultTyping(
                            BasicPolymorphicTypeValidator.builder().build());
        }
    }

    static final class Narrowed {
        ObjectMapper mapper() {
            return new ObjectMapper()
                    .activateDefaultTyping(
                            BasicPolymorphicTypeValidator.builder().build(), ObjectMapper.DefaultTyping.NON_FINAL);
        }
    }

    static final class Property {
        ObjectMapper mapper() {
            return new ObjectMapper()
                    .activateDefaultTypingAsProperty(
                            BasicPolymorphicTypeValidator.builder().build(),
                            ObjectMapper.DefaultTyping.NON_FINAL,
                            "@class");
        }
    }

    static final class Built {
        ObjectMapper mapper() {
            return JsonMapper.builder()
                    .activateDefaultTyping(
                            BasicPolymorphicTypeValidator.builder().build())
                    .build();
        }
    }

    static final class Enabled {
        @SuppressWarnings("deprecation")
        ObjectMapper mapper() {
            return new ObjectMapper().enableDefaultTyping();
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    static final class OnClass {}

    record OnField(
            @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
            Object value) {}
}
