package io.indago.plugins.dns;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Step;
import java.util.List;

/** Asks a resolver for the records of a name, or the name of an address. It has facts, and no opinion. */
final class DnsProvider implements Provider {
    private final Resolver resolver;

    DnsProvider(Resolver resolver) {
        this.resolver = requireNonNull(resolver, "resolver");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        return Question.of(indicator)
                .map(this::ask)
                .orElseGet(() -> Step.done(Report.noData("Its host is not a name in the public DNS")));
    }

    private Step<Report> ask(Question question) {
        List<HttpCall> calls = question.types().stream()
                .map(type -> resolver.query(question.name(), type))
                .toList();
        return Step.calls(calls, replies -> {
            List<DnsReply> answers =
                    replies.stream().map(reply -> DnsReply.of(reply.json())).toList();
            return Step.done(DnsReport.of(question, answers));
        });
    }

    /** Resolves a name RFC 2606 reserves for examples: free, and it tells nobody anything. */
    @Override
    public Step<Health> health(LookupContext context) {
        return Step.call(resolver.query("example.com", RecordType.A), reply -> {
            DnsReply answer = DnsReply.of(reply.json());
            return Step.done(
                    answer.failure().isEmpty()
                            ? Health.up()
                            : Health.down(resolver.host() + " can't resolve example.com"));
        });
    }
}
