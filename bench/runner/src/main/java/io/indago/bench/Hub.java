package io.indago.bench;

import io.indago.local.LocalStack;

/** A hub that runs, with what it was started from. */
record Hub(Jdk jdk, LocalStack stack, Starts starts, Server server) {}
