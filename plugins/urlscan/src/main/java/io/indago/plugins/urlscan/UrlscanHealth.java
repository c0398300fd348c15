package io.indago.plugins.urlscan;

import io.indago.spi.Health;
import io.indago.spi.Step;

/** Asks for the key's quotas: free, and it tells whether the key works. Without a key there is nothing to refuse. */
final class UrlscanHealth {
    private UrlscanHealth() {}

    static Step<Health> of(UrlscanApi api) {
        return api.hasKey()
                ? Step.call(
                        api.quotas(),
                        reply -> Step.done(
                                reply.json().textAt("/scope", "").equals("ip-address")
                                        ? Health.down("urlscan.io does not know the api-key: it answers as to nobody")
                                        : Health.up()))
                : Step.done(Health.unknown());
    }
}
