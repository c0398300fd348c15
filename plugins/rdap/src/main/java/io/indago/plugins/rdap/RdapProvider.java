package io.indago.plugins.rdap;

import static java.util.Objects.requireNonNull;

import io.indago.spi.ErrorKind;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.spi.Step;
import io.indago.spi.StepFunction;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks the registry that is responsible. Lookups share IANA's lists of registries, which are the same for all and kept
 * for a day; no other state is kept.
 */
final class RdapProvider implements Provider {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MAX_REFERRALS = 3;
    private static final int[] REFERRALS = {301, 302, 303, 307, 308};

    private final Clock clock;
    private final Map<Registry, Kept> bootstraps = new ConcurrentHashMap<>();

    RdapProvider(Clock clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    private record Kept(Bootstrap bootstrap, Instant until) {}

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) throws Exception {
        return withBootstrap(Registry.of(indicator), bootstrap -> ask(indicator, bootstrap.servers(indicator)));
    }

    /** IANA's list is of use to the next lookup. */
    @Override
    public Step<Health> health(LookupContext context) {
        return fetch(Registry.DNS, bootstrap -> Step.done(Health.up()));
    }

    private <T> Step<T> withBootstrap(Registry registry, StepFunction<Bootstrap, T> next) throws Exception {
        Optional<Bootstrap> known = Optional.ofNullable(bootstraps.get(registry))
                .filter(kept -> kept.until().isAfter(clock.instant()))
                .map(Kept::bootstrap);
        return known.isPresent() ? next.apply(known.get()) : fetch(registry, next);
    }

    private <T> Step<T> fetch(Registry registry, StepFunction<Bootstrap, T> next) {
        return Step.call(registry.file(), reply -> {
            Bootstrap bootstrap = Bootstrap.of(registry, reply.json());
            bootstraps.put(registry, new Kept(bootstrap, clock.instant().plus(KEPT)));
            return next.apply(bootstrap);
        });
    }

    private Step<Report> ask(Indicator indicator, List<String> servers) {
        if (servers.isEmpty()) {
            return Step.done(Report.noData("Its registry has no RDAP server"));
        }
        Optional<URI> server = servers.stream()
                .flatMap(written -> Bootstrap.uri(written).stream())
                .filter(RdapServers::allow)
                .findFirst();
        return server.map(base -> call(indicator, HttpCall.get(base.toString(), path(indicator)), 0))
                .orElseGet(() -> Step.done(Report.noData(
                        "It was not asked: its registry's server " + servers.get(0) + " is none of those it may ask")));
    }

    private static String[] path(Indicator indicator) {
        return switch (indicator.type()) {
            case DOMAIN -> new String[] {"domain", indicator.value()};
            case ASN -> new String[] {"autnum", String.valueOf(Registry.number(indicator))};
            case CIDR -> ("ip/" + indicator.value()).split("/");
            default -> new String[] {"ip", indicator.value()};
        };
    }

    private Step<Report> call(Indicator indicator, HttpCall to, int referrals) {
        HttpCall call = to.header("Accept", "application/rdap+json, application/json;q=0.9")
                .noDataOn(404)
                .seeing(REFERRALS);
        return Step.call(
                call,
                reply -> reply.status() == 200
                        ? Step.done(RdapReport.of(call.uri(), reply.json(), clock.instant()))
                        : refer(indicator, call.uri(), reply, referrals));
    }

    /** To the registry that took over a network, say; to no other server. */
    private Step<Report> refer(Indicator indicator, URI from, HttpReply reply, int referrals) {
        Optional<URI> to = reply.header("location").flatMap(Bootstrap::uri).map(from::resolve);
        if (referrals == MAX_REFERRALS || to.filter(RdapServers::allow).isEmpty()) {
            throw ProviderException.of(
                    ErrorKind.BAD_REPLY,
                    from.getHost() + " refers to "
                            + to.map(URI::getHost).orElse("nowhere") + ", "
                            + (referrals == MAX_REFERRALS
                                    ? "after " + MAX_REFERRALS + " referrals"
                                    : "which is none of the servers it may ask"));
        }
        return call(indicator, HttpCall.get(to.get().toString()), referrals + 1);
    }
}
