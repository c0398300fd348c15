package io.indago.local.chaos;

import io.indago.local.LocalStack;
import io.indago.local.LocalStackConfig;
import io.indago.local.Part;
import io.indago.local.PortName;
import io.indago.local.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is tried: a hub with all it runs on, two providers to ask, and ways to look inside without the hub. */
final class Stand implements AutoCloseable {
    private static final int HUBS = 3;
    private static final Duration READY = Duration.ofSeconds(60);
    private static final Map<String, String> VARIABLES = Map.of(
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
            // soon, so that it is seen
            "INDAGO_LOOKUP_LONGEST_DEADLINE",
            "10s",
            "INDAGO_ACCOUNTING_INTERRUPTED_AFTER",
            "1s",
            // whoever looks for readiness has to notice
            "INDAGO_SHUTDOWN_DELAY",
            "1s");

    private final Path state;
    private final LocalStack stack;
    private final ProviderStub provider;
    private final Accounts accounts;
    private final Events events;
    private final List<Hub> hubs = new ArrayList<>();

    private Stand(LocalStackConfig config, LocalStack stack, ProviderStub provider) {
        this.state = config.state();
        this.stack = stack;
        this.provider = provider;
        this.accounts = new Accounts(stack);
        this.events = new Events(stack);
        Tokens tokens = new Tokens(stack);
        for (int number = 0; number < HUBS; number++) {
            hubs.add(hub(number, number == 0 ? config.ports() : Ports.free(), tokens));
        }
    }

    private Hub hub(int number, Ports ports, Tokens tokens) {
        int port = ports.of(PortName.HUB);
        int management = ports.of(PortName.MANAGEMENT);
        Map<String, String> variables = new HashMap<>(VARIABLES);
        variables.put("SERVER_PORT", Integer.toString(port));
        variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(management));
        Path journal = state.resolve(number == 0 ? "journal" : "journal-" + number);
        return new Hub(stack, number, journal, new HubClient(local(port), local(management), tokens), variables);
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
            for (Hub hub : stand.hubs) {
                clear(hub.journal());
            }
            stand.hub().start();
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
        HttpResponse<String> first = client().answer(value);
        if (first.statusCode() != 200 || provider.asked(value) != ProviderStub.IDS.size()) {
            throw new IllegalStateException("the first lookup made " + provider.asked(value)
                    + " calls to providers, and the hub said " + first.statusCode() + " " + first.body());
        }
    }

    /** The one that always runs. */
    Part hub() {
        return hubs.get(0).part();
    }

    /** So many; only the first runs unless they are wanted. */
    List<Hub> hubs(int count) {
        return List.copyOf(hubs.subList(0, count));
    }

    /** Has so many run, and no more. */
    void run(int count) throws InterruptedException {
        hubs.subList(count, HUBS).forEach(hub -> hub.part().stop());
        for (Hub hub : hubs.subList(0, count)) {
            hub.part().start();
            if (!Wait.until(hub.client()::isReady, READY)) {
                throw new IllegalStateException("a hub does not become ready");
            }
        }
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
        return hubs.get(0).client();
    }

    Accounts accounts() {
        return accounts;
    }

    Events events() {
        return events;
    }

    /** The next start of the hub has these environment variables besides. It must not run. */
    void changeHub(Map<String, String> besides) {
        hubs.get(0).change(besides);
    }

    /** Where the hub keeps what it has not handed over yet. */
    Path journal() {
        return hubs.get(0).journal();
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
        hub().start();
    }

    @Override
    public void close() {
        hubs.parallelStream().forEach(hub -> hub.part().stop());
        stack.close();
        provider.close();
    }

    private static void clear(Path journal) {
        if (!Files.exists(journal)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(journal)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
