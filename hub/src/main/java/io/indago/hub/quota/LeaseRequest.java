package io.indago.hub.quota;

import io.indago.routes.guard.QuotaLedger.Lease;
import io.indago.routes.guard.QuotaWindow;
import java.util.concurrent.CompletableFuture;

/**
 * One lease that is asked for.
 *
 * @param parts in how many parts what is left is divided, of which one is leased; 0 only to see
 */
record LeaseRequest(QuotaWindow window, long limit, int parts, CompletableFuture<Lease> answer) {}
