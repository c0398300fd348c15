package io.indago.routes.connector;

/** An enrichment was not delivered. What becomes of it is the route's to decide, by the kind of failure. */
abstract class PushFailure extends Exception {
    private static final long serialVersionUID = 1;

    PushFailure(String message) {
        super(message);
    }

    /** The connector can't be told anything now; this enrichment waits until it can. */
    static final class HeldBack extends PushFailure {
        private static final long serialVersionUID = 1;

        HeldBack(String reason) {
            super(reason);
        }
    }

    /** It may work in a while. */
    static final class Passing extends PushFailure {
        private static final long serialVersionUID = 1;

        Passing(String reason) {
            super(reason);
        }
    }

    /** Somebody has stopped it. */
    static final class Killed extends PushFailure {
        private static final long serialVersionUID = 1;

        Killed(String reason) {
            super(reason);
        }
    }

    /** It will not work: the platform refuses it, or the plugin can't do it. */
    static final class Lasting extends PushFailure {
        private static final long serialVersionUID = 1;

        Lasting(String reason) {
            super(reason);
        }
    }
}
