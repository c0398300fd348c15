package io.indago.toolkit;

import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.ReplyReader;
import io.indago.toolkit.jq.Jq;
import io.indago.toolkit.report.ReplyRules;
import io.indago.toolkit.report.ReportMapping;
import io.indago.toolkit.request.Auth;
import io.indago.toolkit.request.Request;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A descriptor that has been read and makes sense.
 *
 * @param patterns what a setting's value has to match, by the setting's name
 * @param let values made of the indicator, in the order of the file
 * @param requests the way to ask about each type
 * @param mapping or a {@link #reader}
 */
record Descriptor(
        ProviderSpec spec,
        Map<String, Pattern> patterns,
        Map<String, Jq> let,
        Map<IndicatorType, Request> requests,
        List<Auth> auth,
        ReplyRules rules,
        Optional<Paging> paging,
        Optional<Polling> polling,
        Optional<Probe> probe,
        Optional<ReportMapping> mapping,
        Optional<Class<? extends ReplyReader>> reader) {

    Descriptor {
        patterns = Map.copyOf(patterns);
        let = Collections.unmodifiableMap(new LinkedHashMap<>(let));
        requests = Map.copyOf(requests);
        auth = List.copyOf(auth);
    }

    /** How one page leads to the next. */
    record Paging(Jq next, boolean link, int most) {}

    /** How to come to a result that takes its time. */
    record Polling(Map<String, Jq> take, Request request, Jq until, Duration every) {}

    /** How to find out that all is well. */
    record Probe(Request request, Optional<Jq> up) {}
}
