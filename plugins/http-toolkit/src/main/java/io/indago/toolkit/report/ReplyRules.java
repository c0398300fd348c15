package io.indago.toolkit.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.indago.spi.HttpReply;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.toolkit.jq.Jq;
import io.indago.toolkit.jq.Variables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which replies are worth reading, and what the others mean.
 *
 * @param statuses what statuses mean where it is not the usual
 * @param outcomes bodies that are no hit
 * @param expect what holds of a body that is
 */
public record ReplyRules(
        String title,
        Map<Integer, Meaning> statuses,
        BodyFormat format,
        List<OutcomeRule> outcomes,
        Optional<Jq> expect) {

    public ReplyRules {
        statuses = Map.copyOf(statuses);
        outcomes = List.copyOf(outcomes);
    }

    /** Statuses that are to be handed to {@link #body}. */
    public int[] seen() {
        return statuses.entrySet().stream()
                .filter(status -> status.getValue() != Meaning.NO_DATA)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    public int[] noData() {
        return statuses.entrySet().stream()
                .filter(status -> status.getValue() == Meaning.NO_DATA)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    /** The body, where its status says that there is one to be read. */
    public JsonNode body(HttpReply reply) {
        Meaning meaning = statuses.getOrDefault(reply.status(), Meaning.READ);
        if (meaning == Meaning.READ) {
            return format.read(reply);
        }
        String because = title + " answers " + reply.status();
        if (meaning == Meaning.RATE_LIMITED) {
            Optional<Duration> after = reply.header("Retry-After")
                    .map(String::strip)
                    .filter(value -> value.matches("[0-9]{1,7}"))
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
            throw after.map(time -> ProviderException.quota(because, time)).orElseGet(() -> meaning.failure(because));
        }
        throw meaning.failure(because);
    }

    /** The report where the body is no hit; empty where it is to be read. */
    public Optional<Report> ending(JsonNode body, Variables variables) {
        for (OutcomeRule outcome : outcomes) {
            if (outcome.holds(body, variables)) {
                return Optional.of(outcome.report());
            }
        }
        if (expect.isPresent() && !expect.get().holds(body, variables)) {
            throw expect.get().badReply("does not hold: " + title + "'s reply is not what it should be");
        }
        return Optional.empty();
    }
}
