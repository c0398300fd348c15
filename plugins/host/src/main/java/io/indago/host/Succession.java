package io.indago.host;

import io.indago.host.HostedExtension.State;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a plugin may take another's place: when all that could be used before can still be, or was left out on purpose.
 *
 * @param there what runs
 * @param next what is to run in its place
 */
record Succession(HostedPlugin there, HostedPlugin next) {

    /** What is wrong with the next one, in a sentence, when it would lose something; empty when it may take the place. */
    Optional<String> objection() {
        boolean isLoss = there.extensions().stream()
                .filter(extension -> extension.state() == State.READY)
                .anyMatch(extension -> !keeps(extension.spec().id()));
        return isLoss ? Optional.of(faults()) : Optional.empty();
    }

    /** Whether the next one is made of other files, has other secrets, or the same ones came to more or to less than before. */
    boolean isChange() {
        return !next.isMadeOf(there)
                || !next.credentials().equals(there.credentials())
                || !next.faults().equals(there.faults());
    }

    private boolean keeps(String id) {
        return next.extensions().stream()
                .filter(extension -> extension.spec().id().equals(id))
                .findFirst()
                .map(extension -> extension.state() == State.READY || extension.state() == State.DISABLED)
                .orElseGet(() -> next.isUsable() && next.faults().isEmpty());
    }

    private String faults() {
        return Stream.concat(
                        next.faults().stream().map(PluginProblem::message),
                        next.extensions().stream().flatMap(extension -> extension.unavailable().stream()))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
