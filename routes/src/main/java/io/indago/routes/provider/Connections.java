package io.indago.routes.provider;

/**
 * A provider's connections now: its share of the hub, which no other provider can use up.
 *
 * @param limit the most there may be; who needs one more waits, within its deadline, in the order of coming
 * @param waiting how many calls wait for one
 */
public record Connections(int limit, int inUse, int waiting) {}
