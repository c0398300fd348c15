package io.indago.bench;

import java.io.IOException;
import java.nio.file.Files;

/** Entry point of {@code bench/run}. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Options options = Options.fromProperties();
        try (Bench bench = new Bench(options)) {
            String table = bench.run();
            Files.writeString(options.work().resolveSibling("result.md"), table);
            System.out.println(table);
        }
        System.exit(0);
    }
}
