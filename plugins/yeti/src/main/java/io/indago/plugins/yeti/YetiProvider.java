package io.indago.plugins.yeti;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Step;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Searches YETI's observables for an indicator, and asks what the one found is linked with. */
final class YetiProvider implements Provider {
    private static final int MOST_OF_VERSION_1 = 50;

    private final YetiServer server;
    private final Settings settings;
    private final Clock clock;

    YetiProvider(YetiServer server, Settings settings, Clock clock) {
        this.server = requireNonNull(server, "server");
        this.settings = requireNonNull(settings, "settings");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * How the operator's YETI is to be asked and read.
     *
     * @param ownPrefix of the connector's tags
     */
    record Settings(boolean version1, TagMeaning meaning, String ownPrefix) {}

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        return settings.version1()
                ? searchOfVersion1(indicator)
                : new Search(server, indicator).then(found -> linked(ofOthers(found)));
    }

    /** It has no links to ask for in the same way. */
    private Step<Report> searchOfVersion1(Indicator indicator) {
        Map<String, Object> search = Map.of(
                "filter",
                Map.of("value", indicator.value()),
                "params",
                Map.of("regex", false, "range", MOST_OF_VERSION_1));
        return Step.call(server.searchOfVersion1(search), reply -> {
            List<FoundObservable> found = ofOthers(Search.about(Search.list(reply.json(), ""), indicator));
            return Step.done(found.isEmpty() ? unknown() : report(found, Neighbours.NONE));
        });
    }

    private List<FoundObservable> ofOthers(List<FoundObservable> found) {
        return found.stream()
                .filter(observable -> !observable.isAllOurs(settings.ownPrefix()))
                .toList();
    }

    private Step<Report> linked(List<FoundObservable> found) {
        if (found.isEmpty()) {
            return Step.done(unknown());
        }
        String id = found.get(0).id();
        if (id.isEmpty()) {
            return Step.done(report(found, Neighbours.NONE));
        }
        HttpCall search =
                server.post(Neighbours.search(id), "graph", "search").seeing(400, 403, 404, 422, 500, 502, 503, 504);
        return server.ask(search, reply -> Step.done(report(found, Neighbours.of(reply))));
    }

    private Report report(List<FoundObservable> found, Neighbours neighbours) {
        return YetiReport.of(found, settings.meaning(), settings.ownPrefix(), clock.instant())
                .read(neighbours, server);
    }

    private static Report unknown() {
        return Report.noData("YETI has no observable of it");
    }

    /** A log-in, which is free. Of a YETI 1 nobody can tell without a search. */
    @Override
    public Step<Health> health(LookupContext context) {
        return settings.version1() ? Step.done(Health.unknown()) : server.logIn(token -> Step.done(Health.up()));
    }
}
