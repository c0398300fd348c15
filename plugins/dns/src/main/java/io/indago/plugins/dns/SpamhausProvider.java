package io.indago.plugins.dns;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Health;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Step;

/** Asks a block list by DNS: what has an address in its zone is listed. */
final class SpamhausProvider implements Provider {
    private final Secret key;
    private final Resolver resolver;

    SpamhausProvider(Secret key, Resolver resolver) {
        this.key = requireNonNull(key, "key");
        this.resolver = requireNonNull(resolver, "resolver");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        return BlockList.Entry.of(indicator)
                .map(entry -> Step.<Report>call(
                        resolver.query(entry.name(key), RecordType.A),
                        reply -> Step.done(SpamhausReport.of(indicator.value(), DnsReply.of(reply.json())))))
                .orElseGet(() -> Step.done(Report.noData("Its host is not a name in the public DNS")));
    }

    /** Asks for the address that is always listed: to a key that is not valid, nothing is. */
    @Override
    public Step<Health> health(LookupContext context) {
        return Step.call(resolver.query(BlockList.Entry.TEST.name(key), RecordType.A), reply -> {
            Report test = SpamhausReport.of(BlockList.Entry.TEST.label(), DnsReply.of(reply.json()));
            return Step.done(
                    test.isHit()
                            ? Health.up()
                            : Health.down("Spamhaus does not list its own test address: the key may not be valid"));
        });
    }
}
