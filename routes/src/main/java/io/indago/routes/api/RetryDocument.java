package io.indago.routes.api;

/**
 * What was put back.
 *
 * @param retried how many enrichments the connector is told again
 */
public record RetryDocument(String connector, int retried) {}
