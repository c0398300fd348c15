package io.indago.bench.provider;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Offers the one provider whose id is in the jar's {@code provider-id.txt}, so that each copy of the jar is another. */
public final class BenchPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new BenchFactory(id()));
    }

    private static String id() {
        try (InputStream in = BenchPlugin.class.getResourceAsStream("/provider-id.txt")) {
            if (in == null) {
                throw new IllegalStateException("the jar has no provider-id.txt: the runner makes the copies that do");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
