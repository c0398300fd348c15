package io.indago.host;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a provider would do first if it were asked; found out without sending anything.
 *
 * @param calls the requests it would have made, side by side; empty when it begins otherwise
 * @param reason how it begins otherwise, in a sentence; blank when with calls
 * @param failure what its part of the lookup would end as, when it fails before it begins
 */
public record FirstStep(Kind kind, List<ShownCall> calls, String reason, Optional<Outcome> failure) {

    public FirstStep {
        calls = List.copyOf(calls);
    }

    /** How it begins. */
    public enum Kind {
        /** With requests. */
        CALLS,
        /** With its answer: it needs to ask nobody. */
        ANSWER,
        /** With a pause, after which it says what it wants. */
        WAIT,
        /** With work of its own, which the host neither makes nor sees. */
        UNMANAGED,
        /** Not at all. */
        FAILURE
    }

    static FirstStep calls(List<ShownCall> calls) {
        return new FirstStep(Kind.CALLS, calls, "", Optional.empty());
    }

    static FirstStep answer() {
        return without(Kind.ANSWER, "it answers without a request");
    }

    static FirstStep pause(Duration time) {
        return without(Kind.WAIT, "it waits " + time.toMillis() + " ms before it says what to request");
    }

    static FirstStep unmanaged() {
        return without(
                Kind.UNMANAGED, "it does its own work, without the hub's help: what that would send can't be shown");
    }

    static FirstStep failure(Outcome outcome) {
        return new FirstStep(Kind.FAILURE, List.of(), outcome.reason(), Optional.of(outcome));
    }

    private static FirstStep without(Kind kind, String reason) {
        return new FirstStep(kind, List.of(), reason, Optional.empty());
    }
}
