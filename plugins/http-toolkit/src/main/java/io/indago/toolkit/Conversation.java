package io.indago.toolkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.Report;
import io.indago.spi.Step;
import io.indago.toolkit.Descriptor.Paging;
import io.indago.toolkit.Descriptor.Polling;
import io.indago.toolkit.jq.Jq;
import io.indago.toolkit.jq.Variables;
import io.indago.toolkit.request.Caller;
import io.indago.toolkit.request.Request;
import io.indago.toolkit.request.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of one lookup: a call, and the pages or polls after it. */
final class Conversation {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Descriptor descriptor;
    private final Caller caller;
    private final Request request;
    private final Map<String, String> values;
    private final Variables variables;
    private final Ending ending;

    Conversation(Descriptor descriptor, Caller caller, Settings settings, Indicator indicator, Ending ending) {
        this.descriptor = descriptor;
        this.caller = caller;
        this.ending = ending;
        request =
                Optional.ofNullable(descriptor.requests().get(indicator.type())).orElseThrow();
        values = new HashMap<>(
                Map.of("value", indicator.value(), "type", indicator.type().id()));
        Variables known = new Variables(Map.of(
                "value", JSON.textNode(indicator.value()),
                "type", JSON.textNode(indicator.type().id()),
                "config", settings.json()));
        variables = withLet(known);
    }

    private Variables withLet(Variables known) {
        Variables all = known;
        for (Map.Entry<String, Jq> let : descriptor.let().entrySet()) {
            JsonNode value = let.getValue().value(JSON.nullNode(), all);
            all = all.with(let.getKey(), value);
            placeholder(value).ifPresent(text -> values.put(let.getKey(), text));
        }
        return all;
    }

    /** As a placeholder a value is its text; null, lists and objects are none. */
    private static Optional<String> placeholder(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }

    Step<Report> begin() {
        return Step.call(caller.call(request, values), reply -> {
            if (descriptor.polling().isPresent()) {
                return polled(descriptor.polling().get(), reply);
            }
            if (descriptor.paging().isPresent()) {
                return page(descriptor.paging().get(), reply, List.of());
            }
            return end(reply);
        });
    }

    private Step<Report> end(HttpReply reply) throws Exception {
        Variables all = with(reply);
        JsonNode body = descriptor.rules().body(reply);
        Optional<Report> over = descriptor.rules().ending(body, all);
        return over.isPresent() ? Step.done(over.get()) : ending.end(reply, body, all);
    }

    private Variables with(HttpReply reply) {
        return variables.with("status", JSON.numberNode(reply.status()));
    }

    private Step<Report> page(Paging paging, HttpReply reply, List<JsonNode> before) throws Exception {
        Variables all = with(reply);
        JsonNode body = descriptor.rules().body(reply);
        Optional<Report> over = descriptor.rules().ending(body, all);
        if (over.isPresent()) {
            return before.isEmpty() ? Step.done(over.get()) : end(reply, before, all);
        }
        List<JsonNode> pages = new ArrayList<>(before);
        pages.add(body);
        JsonNode next = paging.next().value(body, all.with("page", JSON.numberNode(pages.size())));
        if (next.isNull() || pages.size() == paging.most()) {
            return end(reply, pages, all);
        }
        String leads = placeholder(next).orElseThrow(() -> paging.next().gave(next, "a text, a number or null"));
        if (paging.link() && !leads.matches("https?://.*")) {
            throw paging.next().gave(next, "the whole URL of the next page, or null");
        }
        Map<String, String> further = new HashMap<>(values);
        further.put("next", leads);
        return Step.call(
                paging.link() ? caller.link(request, leads, values) : caller.call(request, further),
                following -> page(paging, following, pages));
    }

    private Step<Report> end(HttpReply reply, List<JsonNode> pages, Variables all) throws Exception {
        return ending.end(reply, JSON.arrayNode().addAll(pages), all);
    }

    private Step<Report> polled(Polling polling, HttpReply submitted) {
        JsonNode body = descriptor.rules().body(submitted);
        Map<String, String> further = new HashMap<>(values);
        polling.take().forEach((name, jq) -> {
            JsonNode value = jq.value(body, with(submitted));
            further.put(name, placeholder(value).orElseThrow(() -> jq.gave(value, "a text or a number")));
        });
        return again(polling, further);
    }

    private Step<Report> again(Polling polling, Map<String, String> further) {
        return Step.pause(
                polling.every(),
                () -> Step.call(
                        caller.call(polling.request(), further),
                        reply -> polling.until().holds(descriptor.rules().body(reply), with(reply))
                                ? end(reply)
                                : again(polling, further)));
    }
}
