package io.indago.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A plugin jar compiled here: providers named for how their servers misbehave, and two that misbehave themselves. */
final class HostilePlugin {
    private static final String SOURCE = """
            package hostile;

            import io.indago.spi.*;
            import java.util.List;
            import java.util.stream.Stream;

            public class HostilePlugin implements Plugin {
                @Override
                public List<ProviderFactory> providers() {
                    return Stream.of("good", "failing", "limited", "garbage", "redirecting", "huge", "dripping",
                            "hanging", "throwing").<ProviderFactory>map(Factory::new).toList();
                }

                record Factory(String id) implements ProviderFactory {
                    @Override
                    public ProviderSpec spec() {
                        return ProviderSpec.builder(id, id).types(IndicatorType.IPV4).hosts(id + ".test")
                                .reliability(Reliability.B, "made up").build();
                    }

                    @Override
                    public Provider create(PluginConfig config, PluginContext context) {
                        return (indicator, lookup) -> {
                            if (id.equals("throwing")) {
                                throw new StackOverflowError("deep");
                            }
                            return Step.call(HttpCall.get("https://" + id + ".test", "x"), reply -> {
                                reply.json();
                                return Step.done(Report.hit("fine").build());
                            });
                        };
                    }
                }
            }
            """;
    private static final String SPINNING = """
            package hostile;

            import io.indago.spi.*;
            import java.util.List;

            public class SpinningPlugin implements Plugin, ProviderFactory {
                @Override
                public List<ProviderFactory> providers() {
                    return List.of(this);
                }

                @Override
                public ProviderSpec spec() {
                    return ProviderSpec.builder("spinning", "spinning").types(IndicatorType.IPV4)
                            .reliability(Reliability.B, "made up").build();
                }

                @Override
                public Provider create(PluginConfig config, PluginContext context) {
                    return (indicator, lookup) -> {
                        while (!Boolean.getBoolean("indago.test.spun-enough")) {
                            Thread.onSpinWait();
                        }
                        return null;
                    };
                }
            }
            """;

    private static final String GOOD = """
            package hostile;

            import io.indago.spi.*;
            import java.util.List;

            public class GoodPlugin implements Plugin, ProviderFactory {
                @Override
                public List<ProviderFactory> providers() {
                    return List.of(this);
                }

                @Override
                public ProviderSpec spec() {
                    return ProviderSpec.builder("good", "good").types(IndicatorType.IPV4).hosts("good.test")
                            .reliability(Reliability.B, "made up").build();
                }

                @Override
                public Provider create(PluginConfig config, PluginContext context) {
                    return (indicator, lookup) -> Step.call(HttpCall.get("https://good.test", "x"), reply -> {
                        reply.json();
                        return Step.done(Report.hit("fine").build());
                    });
                }
            }
            """;

    /** Nine that are worse: what a lookup does, by id. */
    private static final String WORST = """
            package hostile;

            import io.indago.spi.*;
            import java.util.List;
            import java.util.concurrent.CompletableFuture;
            import java.util.stream.Stream;

            public class WorstPlugin implements Plugin {
                @Override
                public List<ProviderFactory> providers() {
                    return Stream.of("hanging", "dripping", "vast", "garbage", "never", "twice", "endless",
                            "overflowing", "exiting").<ProviderFactory>map(Factory::new).toList();
                }

                record Factory(String id) implements ProviderFactory {
                    @Override
                    public ProviderSpec spec() {
                        return ProviderSpec.builder(id, id).types(IndicatorType.IPV4).hosts(id + ".test").unmanaged()
                                .reliability(Reliability.B, "made up").build();
                    }

                    @Override
                    public Provider create(PluginConfig config, PluginContext context) {
                        return (indicator, lookup) -> first();
                    }

                    private Step<Report> first() {
                        return switch (id) {
                            case "never" -> Step.await(new CompletableFuture<>());
                            case "twice" -> {
                                CompletableFuture<Step<Report>> stage = new CompletableFuture<>();
                                stage.complete(Step.done(Report.hit("fine").build()));
                                stage.obtrudeValue(null);
                                yield Step.await(stage);
                            }
                            case "endless" -> Step.pause(java.time.Duration.ZERO, this::first);
                            case "overflowing" -> first(first());
                            case "exiting" -> {
                                System.exit(1);
                                yield null;
                            }
                            default -> Step.call(HttpCall.get("https://" + id + ".test", "x"), reply -> {
                                reply.json();
                                return Step.done(Report.hit("fine").build());
                            });
                        };
                    }

                    private Step<Report> first(Step<Report> step) {
                        return first(first());
                    }
                }
            }
            """;

    /** Blocks for ever, whoever interrupts it, and starts a thread. */
    private static final String BLOCKING = """
            package hostile;

            import io.indago.spi.*;
            import java.util.List;
            import java.util.concurrent.locks.LockSupport;

            public class BlockingPlugin implements Plugin, ProviderFactory {
                @Override
                public List<ProviderFactory> providers() {
                    return List.of(this);
                }

                @Override
                public ProviderSpec spec() {
                    return ProviderSpec.builder("blocking", "blocking").types(IndicatorType.IPV4)
                            .reliability(Reliability.B, "made up").build();
                }

                @Override
                public Provider create(PluginConfig config, PluginContext context) {
                    Thread own = new Thread(BlockingPlugin::block, "leaked");
                    own.setDaemon(true);
                    own.start();
                    return (indicator, lookup) -> {
                        block();
                        return null;
                    };
                }

                private static void block() {
                    while (!Boolean.getBoolean("indago.test.blocked-enough")) {
                        LockSupport.parkNanos(10_000_000);
                        Thread.interrupted();
                    }
                }
            }
            """;

    private HostilePlugin() {}

    /** Ends what blocks, for nothing else does. */
    static void stopBlocking() {
        System.setProperty("indago.test.blocked-enough", "true");
    }

    /** Puts the worst ten into the folder, and a good one. */
    static void compileWorstInto(Path folder) throws IOException {
        Files.createDirectories(folder);
        CompiledPlugin.into(folder, "GoodPlugin", GOOD);
        CompiledPlugin.into(folder, "WorstPlugin", WORST);
        CompiledPlugin.into(folder, "BlockingPlugin", BLOCKING);
    }

    /** Ends what spins, for nothing else does. */
    static void stopSpinning() {
        System.setProperty("indago.test.spun-enough", "true");
    }

    /** Puts the two jars into the folder. */
    static void compileInto(Path folder) throws IOException {
        Files.createDirectories(folder);
        CompiledPlugin.into(folder, "HostilePlugin", SOURCE);
        CompiledPlugin.into(folder, "SpinningPlugin", SPINNING);
    }
}
