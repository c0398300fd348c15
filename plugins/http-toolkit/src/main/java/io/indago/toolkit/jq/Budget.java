package io.indago.toolkit.jq;

/**
 * How much one evaluation may do. jq has loops and recursion, and jackson-jq neither limits them nor listens to interrupts;
 * every function that is called and every value one gives is counted here.
 */
final class Budget {
    static final int STEPS = 2_000_000;
    private static final ThreadLocal<Budget> CURRENT = new ThreadLocal<>();

    private int left = STEPS;

    private Budget() {}

    /** An expression does more than it may. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent(String reason) {
            super(reason, null, false, false);
        }
    }

    @FunctionalInterface
    interface Evaluation<E extends Exception> {
        void run() throws E;
    }

    static <E extends Exception> void limit(Evaluation<E> evaluation) throws E {
        CURRENT.set(new Budget());
        try {
            evaluation.run();
        } finally {
            CURRENT.remove();
        }
    }

    static void spend() {
        Budget budget = CURRENT.get();
        if (budget == null) {
            return; // while the built-in functions are loaded
        }
        if (--budget.left < 0) {
            throw new Spent("takes more than " + STEPS + " steps: it may never end");
        }
        if ((budget.left & 0xfff) == 0 && Thread.currentThread().isInterrupted()) {
            throw new Spent("was interrupted, since the deadline has passed");
        }
    }
}
