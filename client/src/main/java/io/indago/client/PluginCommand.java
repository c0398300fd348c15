package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What the commands on one provider or connector share: which one. Their options are those of {@link PluginsCommand}. */
abstract class PluginCommand implements Callable<Integer> {
    static final String MISUSED_HELP = "2:there is none of that id, or an option or argument can't be read";
    static final String MON_HELP =
            "It takes a login with the scope mon, as './indago login --scope \"tasks users mon\"' makes; the demo login of"
                    + " './indago up' is the admin's here.";
    private static final int NOT_FOUND = 404;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private PluginsCommand plugins;

    @Parameters(paramLabel = "<id>", description = "the id of a provider or connector, as './indago plugins' shows it")
    private String id = "";

    /** Only looks, which every login may. */
    final <T> T look(PluginRequest<T> request) throws ClientException, SetupException, InterruptedException {
        return ask(plugins.dialogue()::ask, request);
    }

    /** Does something about it, which takes a login for that. */
    final <T> T act(PluginRequest<T> request) throws ClientException, SetupException, InterruptedException {
        return ask(plugins.dialogue()::administer, request);
    }

    private <T> T ask(Way<T> way, PluginRequest<T> request)
            throws ClientException, SetupException, InterruptedException {
        if (id.isBlank()) {
            throw misuse("The id is blank");
        }
        try {
            return way.ask(client -> request.send(client, id));
        } catch (ApiException refusal) {
            if (refusal.problem().isOfHub() && refusal.problem().status() == NOT_FOUND) {
                throw misuse(refusal.getMessage());
            }
            throw refusal;
        }
    }

    @FunctionalInterface
    private interface Way<T> {
        T ask(HubDialogue.Question<T> request) throws ClientException, SetupException, InterruptedException;
    }

    private ParameterException misuse(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    final void print(String document, Function<Display, String> page) {
        plugins.dialogue().print(document, page);
    }

    /** What to ask a hub about one provider or connector. */
    @FunctionalInterface
    interface PluginRequest<T> {
        T send(IndagoClient client, String id) throws ClientException, InterruptedException;
    }
}
