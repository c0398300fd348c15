package io.indago.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What {@code bench/run} hands over.
 *
 * @param jdks to measure the hub on, the oldest first; the last is the newest long-term one and the bound's
 * @param checkout the copy of the sources that was built, with what was built
 * @param work where this run keeps its things
 * @param cache of the local stack
 * @param server the core of the server under test
 * @param rest the core of everything else
 * @param source the commit that was built
 * @param hubOptions further options of the hub's JVM
 */
record Options(
        List<Jdk> jdks,
        boolean profile,
        Plan plan,
        Path checkout,
        Path work,
        Path cache,
        Cpus server,
        Cpus rest,
        String source,
        List<String> hubOptions) {

    static Options fromProperties() {
        Plan plan = Plan.named(property("plan"));
        boolean profile = Boolean.getBoolean("bench.profile");
        return new Options(
                Arrays.stream(property("jdks").split(":"))
                        .map(home -> Jdk.at(Path.of(home)))
                        .toList(),
                profile,
                profile ? plan.forProfile() : plan,
                Path.of(property("checkout")),
                Path.of(property("work")),
                Path.of(property("cache")),
                new Cpus(property("server-cpus")),
                new Cpus(property("rest-cpus")),
                property("source"),
                Arrays.stream(property("hub-options").split("\\s+"))
                        .filter(option -> !option.isBlank())
                        .toList());
    }

    Cpus all() {
        return new Cpus(server.list() + "," + rest.list());
    }

    Jdk newest() {
        return jdks.get(jdks.size() - 1);
    }

    private static String property(String name) {
        String value = System.getProperty("bench." + name);
        if (value == null) {
            throw new IllegalArgumentException("bench." + name + " is missing; start this by bench/run");
        }
        return value;
    }
}
