/**
 * Breaks one thing after the other under a running hub, and compares what accounting has in the end with what an
 * independent ledger saw: the answers at the caller, and the requests at the provider.
 */
@NullMarked
package io.indago.local.chaos;

import org.jspecify.annotations.NullMarked;
