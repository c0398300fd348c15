package io.indago.testkit;

import io.indago.spi.Plugin;
import java.nio.file.Path;
import java.util.Set;

/**
 * {@link ProviderContractTest} for a provider that is described in a file,
 * {@code src/main/resources/META-INF/indago/<id>.yaml}: its test names the file instead of the plugin.
 *
 * <pre>{@code
 * class ExampleContractTest extends DescriptorContractTest {
 *     @Override
 *     protected String descriptor() {
 *         return "example.yaml";
 *     }
 *
 *     @Override
 *     protected List<LookupCase> cases() {
 *         return List.of(…);
 *     }
 * }
 * }</pre>
 */
public abstract class DescriptorContractTest extends ProviderContractTest {

    /** The file's name, {@code example.yaml}. */
    protected abstract String descriptor();

    @Override
    protected final Plugin plugin() {
        return Descriptor.named(descriptor()).plugin();
    }

    @Override
    final Set<Path> origins() {
        return Set.of(Descriptor.named(descriptor()).origin());
    }
}
