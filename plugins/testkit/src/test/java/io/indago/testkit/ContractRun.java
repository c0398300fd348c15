package io.indago.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/**
 * A contract test that was run within a test.
 *
 * @param succeeded the clauses that hold
 * @param failed those that do not, and what they say
 * @param skipped those that say they do not apply
 */
record ContractRun(Set<String> succeeded, Map<String, String> failed, Set<String> skipped) {

    /** Of the whole contract. */
    static ContractRun of(Class<?> contract) {
        return of(selectClass(contract));
    }

    /** Of these clauses alone. */
    static ContractRun of(Class<?> contract, Collection<String> clauses) {
        return of(methods(contract)
                .filter(method -> clauses.contains(method.getName()))
                .map(method -> selectMethod(contract, method))
                .toArray(DiscoverySelector[]::new));
    }

    private static ContractRun of(DiscoverySelector... selectors) {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectors)
                .execute()
                .testEvents();
        return new ContractRun(
                clauses(tests.succeeded()),
                tests.failed().stream()
                        .collect(Collectors.toMap(
                                ContractRun::clause,
                                ContractRun::message,
                                (one, other) -> one + "\n" + other,
                                TreeMap::new)),
                clauses(tests.aborted()));
    }

    /** The clauses of a contract, its own and those it inherits. */
    static Set<String> clauses(Class<?> contract) {
        return new TreeSet<>(methods(contract).map(Method::getName).toList());
    }

    private static Stream<Method> methods(Class<?> contract) {
        return Stream.<Class<?>>iterate(contract, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(TestFactory.class));
    }

    private static Set<String> clauses(Events events) {
        return new TreeSet<>(events.stream().map(ContractRun::clause).toList());
    }

    private static String clause(Event event) {
        return ((MethodSource) event.getTestDescriptor().getSource().orElseThrow()).getMethodName();
    }

    private static String message(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::toString)
                .orElse("");
    }
}
