package io.indago.bench;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A server under test.
 *
 * @param token what it wants as a bearer's token, fresh enough for the next minute; empty when it wants none
 */
record Server(String name, Child process, URI url, Supplier<Optional<String>> token) {}
