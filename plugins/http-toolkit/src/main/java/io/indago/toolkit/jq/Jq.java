package io.indago.toolkit.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.indago.spi.ErrorKind;
import io.indago.spi.ProviderException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** One expression of a descriptor. Safe for use by several threads. */
public final class Jq {
    private static final Pattern UNKNOWN =
            Pattern.compile("Function (\\S+) does not exist|\\$(\\S+) is not defined|module not found: .*");
    private static final int SHOWN = 60;

    private final JsonQuery query;
    private final String path;
    private final String place;

    Jq(JsonQuery query, String path, String place) {
        this.query = query;
        this.path = path;
        this.place = place;
    }

    /** Its value, null where it gives none. */
    public JsonNode value(JsonNode in, Variables variables) {
        List<JsonNode> all = all(in, variables);
        if (all.size() > 1) {
            throw badReply("gives " + all.size() + " values, expected one: put [ ] around it, or use first(…)");
        }
        return all.isEmpty() ? NullNode.instance : all.get(0);
    }

    /** Its value, which it must give: what selects nothing is no decision. */
    public JsonNode decision(JsonNode in, Variables variables) {
        List<JsonNode> all = all(in, variables);
        if (all.size() != 1) {
            throw badReply("gives " + (all.isEmpty() ? "no value" : all.size() + " values") + ", expected one");
        }
        return all.get(0);
    }

    /** Whether it is true; null is not. */
    public boolean holds(JsonNode in, Variables variables) {
        JsonNode value = decision(in, variables);
        if (!value.isBoolean() && !value.isNull()) {
            throw gave(value, "true or false");
        }
        return value.asBoolean();
    }

    private List<JsonNode> all(JsonNode in, Variables variables) {
        try {
            return evaluate(in, variables);
        } catch (JsonQueryException e) {
            String reason = String.valueOf(e.getMessage());
            throw UNKNOWN.matcher(reason).matches()
                    ? failure(ErrorKind.INTERNAL, "fails: " + reason)
                    : badReply("can't read the reply: " + reason);
        } catch (Budget.Spent e) {
            throw failure(ErrorKind.INTERNAL, e.getMessage());
        } catch (StackOverflowError e) {
            throw failure(ErrorKind.INTERNAL, "calls itself without end");
        }
    }

    private List<JsonNode> evaluate(JsonNode in, Variables variables) throws JsonQueryException {
        Scope scope = Builtins.scope();
        variables.values().forEach(scope::setValue);
        List<JsonNode> all = new ArrayList<>();
        Budget.limit(() -> query.apply(scope, in, value -> {
            Budget.spend();
            all.add(value);
        }));
        return all;
    }

    /** The function or variable that does not exist, as far as it shows without a reply. */
    Optional<String> unknown(JsonNode in, Collection<String> variables) {
        Variables none = new Variables(Map.of());
        for (String name : variables) {
            none = none.with(name, NullNode.instance);
        }
        try {
            evaluate(in, none);
            return Optional.empty();
        } catch (JsonQueryException e) {
            Matcher unknown = UNKNOWN.matcher(String.valueOf(e.getMessage()));
            return unknown.matches() ? Optional.of(unknown.group()) : Optional.empty();
        } catch (Budget.Spent | StackOverflowError e) {
            return Optional.of("does not end when it is tried on null");
        }
    }

    /** The reply is not what the descriptor expects there. */
    public ProviderException badReply(String sentence) {
        return failure(ErrorKind.BAD_REPLY, sentence);
    }

    /** It gave that value, which is not what was expected. */
    public ProviderException gave(JsonNode value, String expected) {
        String shown = value.toString();
        return badReply("gave " + (shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "…") + ", expected "
                + expected);
    }

    private ProviderException failure(ErrorKind kind, String sentence) {
        return ProviderException.of(kind, path + " (" + place + ") " + sentence);
    }
}
