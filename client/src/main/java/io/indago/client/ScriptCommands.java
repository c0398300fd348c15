package io.indago.client;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands that the launcher script answers itself, as far as a shell has to know them to complete them. */
final class ScriptCommands {
    private static final List<String> PARTS = List.of("hub", "keycloak", "kafka", "postgres", "sandbox");
    private static final List<String> KINDS = List.of("descriptor", "java", "connector");

    private ScriptCommands() {}

    static void addTo(CommandLine commandLine) {
        for (String name : List.of("up", "down", "status", "test", "chaos", "realm-apply")) {
            commandLine.addSubcommand(name, plain());
        }
        commandLine.addSubcommand(
                "logs",
                plain().addPositional(PositionalParamSpec.builder()
                                .type(String.class)
                                .completionCandidates(PARTS)
                                .build())
                        .addOption(OptionSpec.builder("-f").build()));
        commandLine.addSubcommand(
                "new-plugin",
                plain().addPositional(
                                PositionalParamSpec.builder().type(String.class).build())
                        .addOption(OptionSpec.builder("--id").type(String.class).build())
                        .addOption(OptionSpec.builder("--package")
                                .type(String.class)
                                .build())
                        .addOption(OptionSpec.builder("--kind")
                                .type(String.class)
                                .completionCandidates(KINDS)
                                .build()));
    }

    private static CommandSpec plain() {
        return CommandSpec.create().addOption(OptionSpec.builder("--help").build());
    }
}
