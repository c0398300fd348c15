package com.example.acme;

import io.indago.spi.Connector;
import io.indago.spi.Delivery;
import io.indago.spi.Enrichment;
import io.indago.spi.ErrorKind;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.JsonView;
import io.indago.spi.LookupContext;
import io.indago.spi.ProviderException;
import io.indago.spi.Secret;
import io.indago.spi.Step;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Opens a ticket about an indicator, unless there is one. */
final class AcmeConnector implements Connector {
    private final String url;
    private final Secret token;

    AcmeConnector(URI url, Secret token) {
        this.url = url.toString();
        this.token = token;
    }

    @Override
    public Step<Delivery> push(Enrichment enrichment, LookupContext context) {
        String key = "indago:" + enrichment.indicator().value();
        HttpCall search = HttpCall.get(url, "api", "tickets").query("key", key).header("Token", token);
        return Step.call(search, reply -> {
            List<JsonView> found = accepted(reply).at("/tickets").items();
            return found.isEmpty() ? open(key, enrichment) : Step.done(Delivery.unchanged(id(found.get(0))));
        });
    }

    private Step<Delivery> open(String key, Enrichment enrichment) {
        String verdict = enrichment.verdict().name().toLowerCase(Locale.ROOT);
        Map<String, ?> ticket = Map.of(
                "key", key,
                "title", enrichment.indicator().value() + " is " + verdict,
                "text", String.join("\n", enrichment.why()),
                "labels", List.of("tlp:" + enrichment.tlp().label().toLowerCase(Locale.ROOT)));
        HttpCall call = HttpCall.post(url, "api", "tickets")
                .json(ticket)
                .header("Token", token)
                .seeing(201);
        return Step.call(call, reply -> Step.done(Delivery.created(id(accepted(reply)))));
    }

    /** A refusal may come with 200, and is no delivery. */
    private static JsonView accepted(HttpReply reply) {
        JsonView body = reply.json();
        body.at("/error").text().ifPresent(refusal -> {
            throw ProviderException.of(ErrorKind.INVALID_INPUT, "Acme refused it: " + refusal);
        });
        return body;
    }

    private static String id(JsonView ticket) {
        return ticket.at("/id")
                .text()
                .orElseThrow(() -> ProviderException.of(ErrorKind.BAD_REPLY, "Acme answered without a ticket's id"));
    }

    @Override
    public Step<Health> health(LookupContext context) {
        HttpCall call = HttpCall.get(url, "api", "me").header("Token", token);
        return Step.call(call, reply -> Step.done(Health.up()));
    }
}
