package io.indago.bench;

import java.util.List;

/**
 * One kind of load.
 *
 * @param clients in a closed loop, hence the most lookups in flight
 * @param latency of every provider, in milliseconds
 */
record Cell(int clients, int latency) {
    static final Cell WARM_UP = new Cell(64, 0);
    static final Cell ALONE = new Cell(1, 50);
    static final Cell FAST = new Cell(256, 0);
    static final Cell SLOW = new Cell(256, 50);
    static final Cell CROWD = new Cell(1_000, 50);
    static final List<Cell> ALL = List.of(ALONE, new Cell(32, 0), FAST, new Cell(32, 50), SLOW, CROWD);
}
