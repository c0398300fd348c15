package io.indago.routes.api;

/**
 * What was put back.
 *
 * @param replayed how many records are tried again
 */
public record ReplayDocument(String topic, int replayed) {}
