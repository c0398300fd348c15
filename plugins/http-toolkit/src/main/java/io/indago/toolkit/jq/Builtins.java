package io.indago.toolkit.jq;

import java.util.Map;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;

/**
 * jq's own functions, within the {@link Budget}. The environment and files are out of reach: jackson-jq has modules that
 * add {@code env} and {@code import}, and they are not used.
 */
final class Builtins {
    static final Version VERSION = Versions.JQ_1_7;

    /** Written once, and only read from then on, by all threads. */
    private static final Scope ALL = load();

    private Builtins() {}

    static Scope scope() {
        return Scope.newChildScope(ALL);
    }

    private static Scope load() {
        Scope scope = Scope.newEmptyScope();
        Map<String, Function> functions = BuiltinFunctionLoader.getInstance()
                .listFunctions(BuiltinFunctionLoader.class.getClassLoader(), VERSION, scope);
        // It prints the variables of an expression
        functions.keySet().removeIf(name -> name.startsWith("debug_scope"));
        functions.forEach((name, function) -> scope.addFunction(name, limited(function)));
        return scope;
    }

    private static Function limited(Function function) {
        return (scope, arguments, in, path, output, version) -> {
            Budget.spend();
            function.apply(
                    scope,
                    arguments,
                    in,
                    path,
                    (value, valuePath) -> {
                        Budget.spend();
                        output.emit(value, valuePath);
                    },
                    version);
        };
    }
}
