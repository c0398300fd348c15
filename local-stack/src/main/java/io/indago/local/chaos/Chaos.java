package io.indago.local.chaos;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through the scenarios on one stack, and looks at all of it once more at the end. */
public final class Chaos {
    private final Plan plan;
    private final Report report;

    public Chaos(Plan plan, PrintStream out) {
        this.plan = plan;
        this.report = new Report(out);
    }

    /** Breaks everything that is planned; what could not be broken on this machine has no result. */
    public List<Result> run() throws Exception {
        report.say("seed " + plan.seed() + ", " + plan.rounds() + " round(s), " + plan.lookups()
                + " lookups, outages up to " + plan.outage().toSeconds() + " s; logs in "
                + plan.state().resolve("logs"));
        List<Result> results = new ArrayList<>();
        Map<Result, Judge> judges = new LinkedHashMap<>();
        try (Stand stand = Stand.start(plan.state(), plan.seed())) {
            report.header();
            for (int round = 0; round < plan.rounds(); round++) {
                for (Scenario scenario : chosen()) {
                    Optional<String> obstacle = scenario.fault().obstacle();
                    if (obstacle.isPresent()) {
                        report.skipped(scenario.name(), obstacle.get());
                        continue;
                    }
                    Trial trial = new Trial(stand, scenario, plan, plan.seed() + round);
                    Result result = trial.run();
                    report.row(result);
                    results.add(result);
                    judges.put(result, trial.judge());
                }
            }
            return lastLook(results, judges);
        }
    }

    private List<Scenario> chosen() {
        List<Scenario> all = Scenarios.all();
        return plan.only().isEmpty()
                ? all
                : all.stream()
                        .filter(scenario -> plan.only().contains(scenario.name()))
                        .toList();
    }

    /** Nothing that was right may have become wrong since, by a late event say. */
    private List<Result> lastLook(List<Result> results, Map<Result, Judge> judges) throws Exception {
        List<Result> last = new ArrayList<>();
        for (Result result : results) {
            Verdict now = judges.get(result).verdict().with(result.verdict().complaints());
            last.add(new Result(result.scenario(), result.seed(), now, result.took()));
            if (result.verdict().holds() && !now.holds()) {
                report.say("later, " + result.scenario() + " with seed " + result.seed() + ": " + now.words());
            }
        }
        long broken = last.stream().filter(result -> !result.verdict().holds()).count();
        report.say(broken == 0 ? "Everything holds." : broken + " of " + last.size() + " do not hold.");
        return last;
    }
}
