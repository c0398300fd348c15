package io.indago.local;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One stack for all classes that ask the realm; hands them its {@link LocalStack}. */
public final class SharedStack implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedStack.class);
    private static final Path STATE = Path.of("target/realm-it");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalStack.class;
    }

    @Override
    public LocalStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("stack", key -> new Closing(start()), Closing.class)
                .stack();
    }

    private static LocalStack start() {
        return LocalStack.start(LocalStackConfig.in(STATE, STATE.resolve("plugins")));
    }

    private record Closing(LocalStack stack) implements CloseableResource {
        @Override
        public void close() {
            stack.close();
        }
    }
}
