package io.indago.bench;

import io.indago.local.LocalStack;
import io.indago.local.LocalStackConfig;
import io.indago.local.Ports;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The whole run: start everything, warm it, measure in interleaved rounds, tell. */
final class Bench implements AutoCloseable {
    static final String BOUND = "bound";
    private static final Duration PROFILED = Duration.ofSeconds(20);

    private final Progress progress = new Progress();
    private final Options options;
    private final List<AutoCloseable> running = new ArrayList<>();
    private final Map<String, Long> accepted = new LinkedHashMap<>();

    Bench(Options options) {
        this.options = options;
    }

    /** The table, as Markdown. */
    String run() {
        List<LocalStack> stacks = stacks();
        Mock mock = opened(Mock.start(options));
        PluginJars.copy(
                options.checkout().resolve("bench/providers/target/provider.jar"),
                options.work().resolve("plugins"));
        List<Hub> hubs = new ArrayList<>();
        for (int i = 0; i < stacks.size(); i++) {
            hubs.add(hub(options.jdks().get(i), stacks.get(i), stacks.get(0), mock));
        }
        List<Server> servers = new ArrayList<>(hubs.stream().map(Hub::server).toList());
        servers.add(bound(mock));

        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        opened(() -> vertx.close().toCompletionStage().toCompletableFuture().join());
        Trial trial = new Trial(vertx, options, mock);
        servers.forEach(server -> warm(trial, server));
        Results results = new Results();
        for (int round = 1; round <= options.plan().rounds(); round++) {
            measure(trial, servers, round, results);
        }
        ResultTable table = new ResultTable(options, results, hubs, accounted(hubs));
        String text = table.text();
        return options.profile() ? text + profile(trial, hubs.get(hubs.size() - 1)) : text;
    }

    /** One per hub, so that no hub stores another's accounting. They all use the first one's Keycloak. */
    private List<LocalStack> stacks() {
        progress.step("starting PostgreSQL, Kafka and Keycloak");
        List<CompletableFuture<LocalStack>> starts = options.jdks().stream()
                .map(jdk -> CompletableFuture.supplyAsync(() -> LocalStack.start(new LocalStackConfig(
                        options.work().resolve("stack-" + jdk.feature()),
                        options.cache(),
                        options.work().resolve("no-plugins"),
                        Ports.free()))))
                .toList();
        List<LocalStack> stacks =
                starts.stream().map(start -> opened(start.join())).toList();
        stacks.forEach(stack -> stack.sandbox().stop());
        stacks.stream().skip(1).forEach(stack -> stack.keycloak().stop());
        ProcessHandle self = ProcessHandle.current();
        self.descendants().forEach(process -> options.rest().pin(process.pid()));
        options.rest().pin(self.pid());
        return stacks;
    }

    private Hub hub(Jdk jdk, LocalStack stack, LocalStack withKeycloak, Mock mock) {
        HubLaunch launch = new HubLaunch(options, jdk, stack, withKeycloak.issuer(), mock.url(), FreePort.any());
        progress.step("starting " + launch.name() + " several times");
        Starts starts = Starts.of(launch, options.server(), options.plan().starts());
        opened(starts.running());
        TokenSource tokens = new TokenSource(withKeycloak);
        return new Hub(jdk, stack, starts, new Server(launch.name(), starts.running(), launch.url(), tokens::token));
    }

    private Server bound(Mock mock) {
        int port = FreePort.any();
        List<String> command = List.of(
                options.newest().program("java"),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                RawBound.class.getName(),
                Integer.toString(port),
                Integer.toString(mock.port()));
        Child process = opened(Child.start(BOUND, options.server().pinned(command), options.work(), Map.of()));
        URI url = URI.create("http://127.0.0.1:" + port);
        process.awaitReady(url);
        return new Server(BOUND, process, url, Optional::empty);
    }

    private void warm(Trial trial, Server server) {
        Duration time = options.plan().warmUp();
        // Compilers get all cores; what they have compiled is measured on one
        options.all().pin(server.process().pid());
        progress.step("warming " + server.name() + " for " + time.toSeconds() + " s");
        run(trial, server, Cell.WARM_UP, time.multipliedBy(2).dividedBy(3));
        run(trial, server, Cell.SLOW, time.dividedBy(3));
        options.server().pin(server.process().pid());
    }

    private Measurement run(Trial trial, Server server, Cell cell, Duration window) {
        Measurement measurement = trial.run(server, cell, options.plan().settle(), window);
        accepted.merge(server.name(), measurement.accepted(), Long::sum);
        progress.step(String.format(
                "%-6s %4d clients %2d ms: %6.0f/s, p50 %6.1f, p99 %6.1f ms, CPU %.3f ms, RSS %.0f MB, refused %d,"
                        + " errors %s, own core %.0f %% (others %.0f %%), other core %.0f %%, calls %.2f, %d bytes",
                server.name(),
                cell.clients(),
                cell.latency(),
                measurement.perSecond(),
                measurement.p50(),
                measurement.p99(),
                measurement.cpuMillis(),
                measurement.peakMegabytes(),
                measurement.refused(),
                measurement.errors(),
                100 * measurement.serverBusy(),
                100 * measurement.foreign(),
                100 * measurement.restBusy(),
                measurement.callsPerLookup(),
                measurement.answerBytes()));
        return measurement;
    }

    /** Each cell on all servers one after another, who is first changes from round to round. */
    private void measure(Trial trial, List<Server> servers, int round, Results results) {
        progress.step("round " + round + " of " + options.plan().rounds());
        List<Server> order = new ArrayList<>(servers);
        Collections.rotate(order, round - 1);
        for (Cell cell : options.plan().cells()) {
            for (Server server : order) {
                results.add(
                        server, cell, run(trial, server, cell, options.plan().window()));
            }
        }
    }

    private Map<String, String> accounted(List<Hub> hubs) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (Hub hub : hubs) {
            long given = accepted.getOrDefault(hub.server().name(), 0L);
            Accounts accounts = Accounts.of(hub.stack());
            boolean complete = accounts.answered() == given && accounts.calls() == Ids.PROVIDERS * given;
            sentences.put(
                    hub.server().name(),
                    String.format(
                            "%,d lookups answered, %,d accounted, %,d provider calls%s",
                            given, accounts.answered(), accounts.calls(), complete ? "" : " **(wrong)**"));
        }
        return sentences;
    }

    private String profile(Trial trial, Hub hub) {
        progress.step("recording " + hub.server().name());
        Path file = options.work().resolveSibling("hub.jfr");
        FlightRecording recording =
                FlightRecording.start(options.newest(), hub.server().process(), file);
        ThreadTimes before = ThreadTimes.of(hub.server().process().files());
        Measurement measurement = run(trial, hub.server(), Cell.FAST, PROFILED);
        ThreadTimes after = ThreadTimes.of(hub.server().process().files());
        recording.stop();
        return recording.summary(measurement, after.since(before));
    }

    private <T extends AutoCloseable> T opened(T resource) {
        running.add(resource);
        return resource;
    }

    /** In the opposite order of the starts. */
    @Override
    public void close() {
        progress.step("stopping everything");
        List<AutoCloseable> order = new ArrayList<>(running);
        Collections.reverse(order);
        for (AutoCloseable resource : order) {
            try {
                resource.close();
            } catch (Exception e) {
                progress.step("not stopped: " + e);
            }
        }
    }
}
