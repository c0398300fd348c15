package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.function.Function;

/** What a command has to do with the hub: it asks until there is an answer, and prints that as it is or as a page. */
final class HubDialogue {
    private static final String FORBIDDEN = "urn:indago:problem:forbidden";

    private final Workplace workplace;
    private final HubOptions hub;
    private final boolean json;

    /** @param json whether answers are printed as they are */
    HubDialogue(Workplace workplace, HubOptions hub, boolean json) {
        this.workplace = workplace;
        this.hub = hub;
        this.json = json;
    }

    /** What to ask a hub. */
    @FunctionalInterface
    interface Question<T> {
        T ask(IndagoClient client) throws ClientException, InterruptedException;
    }

    /** Asks what every login may. */
    <T> T ask(Question<T> question) throws ClientException, SetupException, InterruptedException {
        return ask(Role.ANALYST, question);
    }

    /** Looks at what takes the scope {@code mon:read}, with what to do about a login that may not. */
    <T> T monitor(Question<T> question) throws ClientException, SetupException, InterruptedException {
        return asAdmin("mon:read or mon", question);
    }

    /** Does what takes the scope {@code mon}, with what to do about a login that may not. */
    <T> T administer(Question<T> question) throws ClientException, SetupException, InterruptedException {
        return asAdmin("mon", question);
    }

    private <T> T asAdmin(String scope, Question<T> question)
            throws ClientException, SetupException, InterruptedException {
        try {
            return ask(Role.ADMIN, question);
        } catch (ApiException refusal) {
            if (refusal.problem().type().equals(FORBIDDEN)) {
                throw new LoginException(
                        "the login lacks the scope " + scope + ", which this takes; './indago login --scope \""
                                + Role.ADMIN.scope() + "\"' asks for it",
                        refusal);
            }
            throw refusal;
        }
    }

    private <T> T ask(Role role, Question<T> question) throws ClientException, SetupException, InterruptedException {
        IndagoClient client = new HubAccess(workplace).client(hub, role);
        return new Patience(workplace.pause()).ask(() -> question.ask(client));
    }

    /** The document or the page, whichever is wanted. */
    void print(String document, Function<Display, String> page) {
        Terminal terminal = workplace.terminal();
        terminal.print(json ? SafeText.ofJson(document) + "\n" : page.apply(terminal.display()));
    }
}
