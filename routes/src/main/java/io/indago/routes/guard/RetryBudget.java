package io.indago.routes.guard;

/**
 * How many requests to a provider may be repeated: one for every ten sent, and a few to begin with. Without it, a
 * provider in trouble would get twice the load for it. After Finagle's retry budgets.
 */
final class RetryBudget {
    private static final int COST = 10;
    private static final int MOST = 10 * COST;

    private int balance = MOST;

    /** A request is sent for the first time. */
    synchronized void deposit() {
        balance = Math.min(MOST, balance + 1);
    }

    /** Whether one may be repeated; it is then paid for. */
    synchronized boolean withdraw() {
        boolean granted = balance >= COST;
        if (granted) {
            balance -= COST;
        }
        return granted;
    }
}
