package io.indago.hub.quota;

/** What is shared in PostgreSQL. */
record SharedTables(ReplicaTable replicas, LeaseTable leases, PauseTable pauses) {

    /** What is over for everybody goes. */
    void tidy() {
        leases.forgetPast();
        pauses.forgetPast();
        replicas.forgetDead();
    }
}
