package io.indago.local.realm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A realm that is there, to be as its file says. */
record Realm(RealmFile file, KeycloakAdmin admin) {
    /** In the order in which they need each other. */
    private static final List<Aspect> ASPECTS = List.of(
            new RealmSettings(),
            new ClientScopes(),
            new Clients(),
            new ClientRoles(),
            new Groups(),
            new ServiceAccounts(),
            new ScopeMappings(),
            new DefaultScopes(),
            new UserProfile());

    /** What is not as the file says; where something is missing altogether, what depends on it is not told. */
    List<String> differences() {
        List<String> all = new ArrayList<>();
        ASPECTS.forEach(aspect -> aspect.steps(file, admin).forEach(step -> all.add(step.what())));
        return all;
    }

    /**
     * Makes it so, one thing after the other; what was changed before a failure stays changed, and another run goes on.
     *
     * @param told of each change once it is made
     * @return how many there were
     */
    int apply(Consumer<String> told) {
        int changes = 0;
        for (Aspect aspect : ASPECTS) {
            for (Step step : aspect.steps(file, admin)) {
                step.change().run();
                told.accept(step.what());
                changes++;
            }
        }
        return changes;
    }
}
