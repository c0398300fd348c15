package io.indago.local.chaos;

import java.util.List;

/** Everything that is broken, in the order in which it is told. */
final class Scenarios {
    private static final List<Scenario> ALL = List.of(
            new Scenario("hub-killed", "kill -9 of the hub, once to three times", new HubKilled()),
            new Scenario(
                    "hub-killed-alone", "kill -9 of Kafka, then of the hub, which is back first", new HubKilledAlone()),
            new Scenario("kafka-killed", "kill -9 of Kafka, back later", new PartsKilled(List.of(Stand::kafka))),
            new Scenario(
                    "postgres-killed", "kill -9 of PostgreSQL, back later", new PartsKilled(List.of(Stand::postgres))),
            new Scenario(
                    "both-killed",
                    "kill -9 of Kafka and PostgreSQL",
                    new PartsKilled(List.of(Stand::kafka, Stand::postgres))),
            new Scenario(
                    "store-killed",
                    "kill -9 of the hub while it stores the whole topic, five times",
                    new StoreKilled()),
            new Scenario("kafka-hung", "SIGSTOP of Kafka", new PartHung(Stand::kafka)),
            new Scenario("postgres-hung", "SIGSTOP of PostgreSQL", new PartHung(Stand::postgres)),
            new Scenario("postgres-read-only", "PostgreSQL refuses writes", new PostgresReadOnly()),
            new Scenario("poisoned-topic", "bad records in the topic", new PoisonedTopic()),
            new Scenario("delivered-twice", "the whole topic once more", new DeliveredTwice()),
            new Scenario(
                    "journal-torn", "kill -9 of the hub in the middle of a write to its journal", new JournalTorn()),
            new Scenario("journal-full", "no room in the journal while Kafka is away", new JournalFull()),
            new Scenario("postgres-full", "no room on PostgreSQL's disk", new PostgresFull()),
            new Scenario("replica-killed", "kill -9 of one of three hubs", new ReplicaKilled()),
            new Scenario("replicas-restarted", "three hubs are restarted in turn", new ReplicasRestarted()),
            new Scenario("clock-stepped", "the hub's clock jumps", new ClockStepped()));

    private Scenarios() {}

    static List<Scenario> all() {
        return ALL;
    }
}
