package io.indago.client;

/** What became of one line of the input. */
sealed interface LookupOutcome {

    String input();

    int exitCode();

    /** The hub answered. */
    record Answered(String input, Enrichment enrichment) implements LookupOutcome {
        @Override
        public int exitCode() {
            return ExitCode.ANSWERED;
        }
    }

    /** The hub said what it would do. */
    record Planned(String input, LookupPlan plan) implements LookupOutcome {
        @Override
        public int exitCode() {
            return ExitCode.ANSWERED;
        }
    }

    /** There is no answer to this one. */
    record Failed(String input, Problem problem, int exitCode) implements LookupOutcome {}

    /** There would be no answer to any other either. */
    record LockedOut(String input, ClientException cause) implements LookupOutcome {
        @Override
        public int exitCode() {
            return ExitCode.NOT_LOGGED_IN;
        }
    }
}
