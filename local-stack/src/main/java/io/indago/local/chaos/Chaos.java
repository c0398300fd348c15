package io.indago.local.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through the scenarios on one stack, and looks at all of it once more at the end. */
public final class Chaos {
    private final Plan plan;
    private final List<Scenario> scenarios;
    private final Report report;
    private final List<Result> results = new ArrayList<>();
    private final Map<Result, Judge> judges = new LinkedHashMap<>();

    public Chaos(Plan plan, PrintStream out) {
        this(plan, out, Scenarios.all());
    }

    Chaos(Plan plan, PrintStream out, List<Scenario> all) {
        this.plan = plan;
        this.scenarios = all.stream()
                .filter(scenario -> plan.only().isEmpty() || plan.only().contains(scenario.name()))
                .toList();
        this.report = new Report(out);
    }

    /**
     * Breaks everything that is planned. What could not be broken on this machine has no result, unless it was asked for by
     * name: then it does not hold.
     */
    public List<Result> run() throws Exception {
        report.say("seed " + plan.seed() + ", " + plan.rounds() + " round(s), " + plan.lookups()
                + " lookups, outages up to " + plan.outage().toSeconds() + " s; logs in "
                + plan.state().resolve("logs"));
        List<Scenario> possible = possible();
        if (!possible.isEmpty()) {
            try (Stand stand = Stand.start(plan.state(), plan.seed())) {
                report.header();
                for (int round = 0; round < plan.rounds(); round++) {
                    for (Scenario scenario : possible) {
                        attempt(stand, scenario, plan.seed() + round);
                    }
                }
                lastLook();
            }
        }
        long broken =
                results.stream().filter(result -> !result.verdict().holds()).count();
        report.say(
                results.isEmpty()
                        ? "Nothing was tried."
                        : broken == 0 ? "Everything holds." : broken + " of " + results.size() + " do not hold.");
        return List.copyOf(results);
    }

    private List<Scenario> possible() {
        List<Scenario> possible = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            Optional<String> obstacle = scenario.fault().obstacle();
            if (obstacle.isEmpty()) {
                possible.add(scenario);
                continue;
            }
            report.skipped(scenario.name(), obstacle.get());
            if (!plan.only().isEmpty()) {
                Verdict none = Verdict.none().with(List.of("not run: " + obstacle.get()));
                results.add(new Result(scenario.name(), plan.seed(), none, Duration.ZERO, List.of()));
            }
        }
        return possible;
    }

    private void attempt(Stand stand, Scenario scenario, long seed) throws Exception {
        Trial trial = new Trial(stand, scenario, plan, seed);
        Result result = trial.run();
        report.row(result);
        results.add(result);
        judges.put(result, trial.judge());
    }

    /** Nothing that was right may have become wrong since, by a late event say. */
    private void lastLook() throws Exception {
        for (Map.Entry<Result, Judge> each : judges.entrySet()) {
            Result result = each.getKey();
            Verdict now = each.getValue().verdict().with(result.verdict().complaints());
            results.set(
                    results.indexOf(result),
                    new Result(result.scenario(), result.seed(), now, result.took(), result.notes()));
            if (result.verdict().holds() && !now.holds()) {
                report.say("later, " + result.scenario() + " with seed " + result.seed() + ": " + now.words());
            }
        }
    }
}
