package io.indago.local.chaos;

import io.indago.local.LocalStack;
import io.indago.local.LocalStackConfig;
import io.indago.local.Part;
import io.indago.local.PortName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What is tried: a hub with all it runs on, two providers to ask, and ways to look inside without the hub. */
final class Stand implements AutoCloseable {
    private final Path state;
    private final LocalStack stack;
    private final ProviderStub provider;
    private final HubClient client;
    private final Accounts accounts;
    private final Events events;
    private Part hub;

    private Stand(LocalStackConfig config, LocalStack stack, ProviderStub provider) {
        this.state = config.state();
        this.stack = stack;
        this.provider = provider;
        this.client = new HubClient(local(config, PortName.HUB), local(config, PortName.MANAGEMENT), new Tokens(stack));
        this.accounts = new Accounts(stack);
        this.events = new Events(stack);
        this.hub = stack.hub(variables());
    }

    /** Starts everything on empty folders. */
    static Stand start(Path state, long seed) throws IOException, InterruptedException {
        Path plugins = state.resolve("plugins");
        LocalStackConfig config = LocalStackConfig.in(state, plugins);
        ProviderStub provider = ProviderStub.start(seed);
        provider.describe(plugins);
        SmallDisk.removeLeftovers(state);
        LocalStack stack = LocalStack.startEmpty(config);
        Stand stand = new Stand(config, stack, provider);
        try {
            stand.clearJournal();
            stand.hub.start();
            stand.tryOut();
            return stand;
        } catch (RuntimeException | IOException | InterruptedException e) {
            stand.close();
            throw e;
        }
    }

    /** A suite whose providers nobody asks would find nothing wrong. */
    private void tryOut() throws IOException, InterruptedException {
        String value = "first.indago-chaos.com";
        HttpResponse<String> first = client.answer(value);
        if (first.statusCode() != 200 || provider.asked(value) != ProviderStub.IDS.size()) {
            throw new IllegalStateException("the first lookup made " + provider.asked(value)
                    + " calls to providers, and the hub said " + first.statusCode() + " " + first.body());
        }
    }

    Part hub() {
        return hub;
    }

    Part kafka() {
        return stack.kafka();
    }

    Part postgres() {
        return stack.postgres();
    }

    ProviderStub provider() {
        return provider;
    }

    HubClient client() {
        return client;
    }

    Accounts accounts() {
        return accounts;
    }

    Events events() {
        return events;
    }

    /** The next start of the hub has these environment variables besides. It must not run. */
    void changeHub(Map<String, String> besides) {
        Map<String, String> variables = new HashMap<>(variables());
        variables.putAll(besides);
        hub = stack.hub(variables);
    }

    /** Where the hub keeps what it has not handed over yet. */
    Path journal() {
        return state.resolve("journal");
    }

    /** PostgreSQL's own files. */
    Path postgresData() {
        try (Stream<Path> folders = Files.list(state.resolve("postgres"))) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("data-"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has everything run again, whatever state a fault left it in. */
    void mend() {
        stack.postgres().start();
        stack.kafka().start();
        hub.start();
    }

    @Override
    public void close() {
        hub.stop();
        stack.close();
        provider.close();
    }

    private Map<String, String> variables() {
        return Map.of(
                "INDAGO_PROVIDERS_CHAOS_QUICK_MODE",
                "live",
                "INDAGO_PROVIDERS_CHAOS_SLOW_MODE",
                "live",
                // one user makes all lookups
                "INDAGO_LIMITS_USER",
                "none",
                "INDAGO_LIMITS_CLIENT",
                "none",
                "INDAGO_LIMITS_IN_FLIGHT",
                "100000",
                "INDAGO_CACHE_SIZE",
                "0B",
                "INDAGO_PLUGINS_HEALTH_INTERVAL",
                "0s",
                "INDAGO_ACCOUNTING_JOURNAL_FOLDER",
                journal().toString());
    }

    private void clearJournal() {
        if (!Files.exists(journal())) {
            return;
        }
        try (Stream<Path> paths = Files.walk(journal())) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI local(LocalStackConfig config, PortName name) {
        return URI.create("http://127.0.0.1:" + config.ports().of(name));
    }
}
