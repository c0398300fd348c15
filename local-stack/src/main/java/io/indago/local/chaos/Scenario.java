package io.indago.local.chaos;

/**
 * A fault with a name to call it by.
 *
 * @param story what happens, in a few words
 */
record Scenario(String name, String story, Fault fault) {}
