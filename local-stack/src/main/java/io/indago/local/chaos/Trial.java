package io.indago.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One scenario with one seed: load, fault, judgement. */
final class Trial {
    private final Stand stand;
    private final Scenario scenario;
    private final Plan plan;
    private final long seed;
    private final Ledger ledger = new Ledger();
    private final Entrance entrance;
    private final Load load;
    private final Judge judge;

    Trial(Stand stand, Scenario scenario, Plan plan, long seed) {
        this.stand = stand;
        this.scenario = scenario;
        this.plan = plan;
        this.seed = seed;
        String suffix = scenario.name() + ".s" + Long.toUnsignedString(seed) + ".indago-chaos.com";
        this.entrance = new Entrance(
                stand.hubs(scenario.fault().hubs()).stream().map(Hub::client).toList());
        this.load = new Load(entrance, ledger, suffix, plan.lookups(), seed);
        this.judge = new Judge(stand, ledger, suffix, scenario.fault().lookupsGoOn());
    }

    Judge judge() {
        return judge;
    }

    Result run() throws Exception {
        long begin = System.nanoTime();
        Random random = new Random(seed * 31 + scenario.name().hashCode());
        List<String> complaints = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        stand.run(scenario.fault().hubs());
        load.start();
        try {
            complaints.addAll(scenario.fault().strike(new Turn(stand, load, judge, random, plan.outage(), notes)));
        } catch (Exception failure) {
            complaints.add(failure.toString());
        }
        stand.mend();
        finish(complaints);
        Verdict verdict = judge.settle(plan.patience()).with(complaints);
        entrance.close();
        stand.run(1);
        return new Result(scenario.name(), seed, verdict, Duration.ofNanos(System.nanoTime() - begin), notes);
    }

    private void finish(List<String> complaints) throws InterruptedException {
        try {
            load.finish();
        } catch (IllegalStateException stuck) {
            complaints.add(String.valueOf(stuck.getMessage()));
            load.abandon();
        }
    }
}
