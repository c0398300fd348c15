package io.indago.client;

/**
 * What a server answered.
 *
 * @param server who, {@code http://localhost:8080}
 */
record Answer(String server, int status, String body) {}
