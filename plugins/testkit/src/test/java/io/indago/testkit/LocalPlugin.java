package io.indago.testkit;

/** A plugin that makes no calls and knows an answer to everything. */
public final class LocalPlugin extends UnlistedPlugin {
    public LocalPlugin() {
        super("local");
    }
}
