package io.indago.local;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Starts everything, shows that it works, and stays until told to stop or until something vital dies. */
final class Up implements StackListener {

    /** A well-known scanner; addresses reserved for documentation are refused by the hub. */
    private static final String SAMPLE = "185.220.101.34";

    private static final Set<String> VITAL = Set.of("hub", "postgres", "kafka");

    private final Checkout checkout;
    private final LocalStackConfig config;
    private final PrintStream out;
    private final Progress progress;
    private final CompletableFuture<Integer> end = new CompletableFuture<>();

    Up(Checkout checkout, Path state, Map<String, String> environment, PrintStream out) {
        this.checkout = requireNonNull(checkout);
        this.config = new LocalStackConfig(state, checkout.cache(), state.resolve("plugins"), Ports.from(environment));
        this.out = requireNonNull(out);
        this.progress = new Progress(out);
    }

    int run() {
        LocalStack stack = LocalStack.prepare(config, this);
        HubPart hub = new HubPart(ProcessLedger.HUB, stack, config, checkout.hubClassPath(), Map.of(), this);
        RecordedProcess self = RecordedProcess.of(ProcessLedger.LAUNCHER, ProcessHandle.current(), StopSignal.TERM);
        Shutdown shutdown = new Shutdown(stack, hub, () -> stack.ledger().remove(self), this);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown, "shutdown"));
        stack.ledger().add(self);
        try {
            start(stack, hub);
            return end.join();
        } catch (RuntimeException e) {
            if (shutdown.isUnderWay()) {
                // the parts failed because they were told to stop
                return 0;
            }
            throw e;
        }
    }

    @Override
    public void step(String sentence) {
        progress.step(sentence);
    }

    @Override
    public void died(Part part) {
        String sentence =
                part.name() + " ended by itself: " + new LogFile(part.log()).lastWords() + " (log: " + part.log() + ")";
        if (VITAL.contains(part.name())) {
            step(sentence + "; stopping everything.");
            end.complete(1);
        } else {
            step(sentence + "; the rest goes on.");
        }
    }

    private void start(LocalStack stack, HubPart hub) {
        new PluginsFolder(config.plugins()).refresh(checkout.bundledPlugins());
        step("starting Keycloak, Kafka, PostgreSQL and the sandbox");
        stack.startParts(this);
        DemoProperties.in(config.state()).write(hub.url(), stack);
        hub.start();
        step("hub answers");
        lookUpSample();
        greet(stack, hub);
    }

    private void lookUpSample() {
        step("a first lookup: ./indago lookup --pap green " + SAMPLE);
        List<String> command = Jvm.current()
                .command(List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        checkout.clientClassPath(),
                        "io.indago.client.Main",
                        "lookup",
                        // whoever is logged in elsewhere sees this hub all the same
                        "--local",
                        "--pap",
                        "green",
                        SAMPLE));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("INDAGO_STATE", config.state().toString());
        try {
            int exit = builder.start().waitFor();
            if (exit != 0) {
                step("the first lookup failed (exit " + exit + "); the hub's log may say why: "
                        + config.logs().resolve("hub.log"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void greet(LocalStack stack, HubPart hub) {
        Credentials credentials = stack.credentials();
        step("Indago is up");
        out.println();
        out.println("  hub         " + hub.url());
        out.println("  Keycloak    " + stack.issuer().resolve("/admin/") + "  (" + describe(credentials.keycloakAdmin())
                + ")");
        out.println("  PostgreSQL  " + stack.postgresUrl());
        out.println("  Kafka       " + stack.kafkaBootstrap());
        out.println("  sandbox     " + stack.sandboxUrl());
        out.println("  plugins     " + config.plugins()
                + "  (drop jars in; the bundled ones are replaced at each start, others stay)");
        out.println();
        out.println("  analyst     " + describe(credentials.analyst()));
        out.println("  admin       " + describe(credentials.admin()));
        out.println("  auditor     " + describe(credentials.auditor()));
        out.println();
        out.println("Try next, in another terminal:");
        out.println("  ./indago lookup 'hxxp://evil-updates[.]com/payload.exe' --pap green");
        out.println("  ./indago lookup 193.32.162.157 --deadline 1s      (a provider that is too slow)");
        out.println("  ./indago lookup 8.8.8.8 --json");
        out.println("  ./indago plugins");
        out.println("  ./indago login                                   (as yourself, in a browser)");
        out.println("Ctrl-C here, or ./indago down, stops everything.");
        out.println();
    }

    private static String describe(Credentials.Login login) {
        return login.username() + " / " + login.password();
    }
}
