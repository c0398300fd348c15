package io.indago.client;

import io.indago.client.LookupOutcome.Answered;
import io.indago.client.LookupOutcome.Failed;
import io.indago.client.LookupOutcome.Planned;

/** A JSON document per line: the hub's answer as it is, or the input and what was wrong with it. */
final class JsonLines implements LookupSheet {

    @Override
    public String line(LookupOutcome outcome) {
        if (outcome instanceof Answered answered) {
            return SafeText.ofJson(answered.enrichment().json()) + "\n";
        }
        if (outcome instanceof Planned planned) {
            return SafeText.ofJson(planned.plan().json()) + "\n";
        }
        if (outcome instanceof Failed failed) {
            return ClientJson.write(new Line(failed.input(), failed.problem())) + "\n";
        }
        return "";
    }

    private record Line(String input, Problem problem) {}
}
