package io.indago.plugins.yeti;

import io.indago.spi.ErrorKind;
import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Step;
import io.indago.spi.StepFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Searches YETI's observables for an indicator, page by page, a few at most: it finds all that contain its value. */
record Search(YetiServer server, Indicator indicator) {
    private static final int PAGE = 50;
    private static final int PAGES = 4;

    <T> Step<T> then(StepFunction<List<FoundObservable>, T> next) {
        return page(0, List.of(), next);
    }

    private <T> Step<T> page(int page, List<FoundObservable> before, StepFunction<List<FoundObservable>, T> next) {
        Map<String, Object> search = new LinkedHashMap<>();
        search.put("query", Map.of("value", YetiType.searched(indicator)));
        search.put("page", page);
        search.put("count", PAGE);
        return server.ask(server.post(search, "observables", "search").seeing(Refusal.STATUSES), reply -> {
            Refusal.in(reply).ifPresent(refusal -> {
                throw refusal;
            });
            JsonView body = reply.json();
            List<FoundObservable> all = new ArrayList<>(before);
            all.addAll(about(list(body, "/observables"), indicator));
            boolean more = (page + 1L) * PAGE < body.integerAt("/total", 0);
            return more && page + 1 < PAGES ? page(page + 1, all, next) : next.apply(all);
        });
    }

    /** The list at that pointer. */
    static List<JsonView> list(JsonView body, String pointer) {
        if (body.at(pointer).kind() != JsonView.Kind.ARRAY) {
            throw ProviderException.of(
                    ErrorKind.BAD_REPLY,
                    "YETI's reply to a search " + (pointer.isEmpty() ? "is no array" : "has no array at " + pointer));
        }
        return body.at(pointer).items();
    }

    static List<FoundObservable> about(List<JsonView> found, Indicator indicator) {
        return found.stream()
                .map(FoundObservable::new)
                .filter(observable -> YetiType.is(indicator, observable.value()))
                .toList();
    }
}
