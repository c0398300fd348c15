package io.indago.local;

/** Hears what happens in a stack. Called on any thread. */
interface StackListener {

    /** Something worth a line was done, or is about to take long. */
    void step(String sentence);

    /** A part that had been ready ended without being told to. */
    void died(Part part);

    static StackListener silent() {
        return new StackListener() {
            @Override
            public void step(String sentence) {}

            @Override
            public void died(Part part) {}
        };
    }
}
