package io.indago.hub.quota;

/** What is shared in PostgreSQL. */
record SharedTables(ReplicaTable replicas, LeaseTable leases, PauseTable pauses, FlightTable flights) {

    /** What is over for everybody goes. */
    void tidy() {
        leases.forgetPast();
        pauses.forgetPast();
        flights.forgetPast();
        replicas.forgetDead();
    }
}
