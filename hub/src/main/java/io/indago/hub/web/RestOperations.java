package io.indago.hub.web;

import io.indago.routes.api.ApiScope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.rest.ParamDefinition;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.model.rest.RestParamType;
import org.apache.camel.model.rest.SecurityDefinition;
import org.apache.camel.model.rest.VerbDefinition;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The operations of the API as the REST DSL declares them: the one source of paths, scopes and parameters. */
public final class RestOperations {
    /** Where the API's description is served; open to all. */
    public static final String API_DESCRIPTION = "/api/openapi.json";

    private final CamelContext context;
    private volatile List<Operation> operations = List.of();

    public RestOperations(CamelContext context) {
        this.context = context;
    }

    /**
     * One operation.
     *
     * @param scopes the scopes declared; empty when none is, which closes it unless it is open
     * @param open whether it is declared open to all
     * @param parameters the names of its query parameters
     */
    public record Operation(String method, PathPattern path, Set<String> scopes, boolean open, Set<String> parameters) {
        boolean matches(String requestMethod, PathContainer requestPath) {
            return method.equals(requestMethod) && path.matches(requestPath);
        }
    }

    /** The operation a request is for; empty when there is none. */
    public Optional<Operation> find(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return all().stream()
                .filter(operation -> operation.matches(request.getMethod(), path))
                .findFirst();
    }

    /** The verbs a path takes, sorted; empty when no operation has that path. */
    public List<String> verbs(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return all().stream()
                .filter(operation -> operation.path().matches(path))
                .map(Operation::method)
                .sorted()
                .toList();
    }

    /** Every operation there is now: none but the description until the routes have been built. */
    public List<Operation> all() {
        List<Operation> known = operations;
        if (!known.isEmpty()) {
            return known;
        }
        boolean complete = context.isStarted();
        known = read((ModelCamelContext) context);
        if (complete) {
            operations = known;
        }
        return known;
    }

    private static List<Operation> read(ModelCamelContext context) {
        Operation description = new Operation("GET", pattern(API_DESCRIPTION), Set.of(), true, Set.of());
        return Stream.concat(
                        Stream.of(description),
                        context.getRestDefinitions().stream().flatMap(RestOperations::operations))
                .toList();
    }

    private static Stream<Operation> operations(RestDefinition rest) {
        return rest.getVerbs().stream().map(verb -> operation(rest, verb));
    }

    private static Operation operation(RestDefinition rest, VerbDefinition verb) {
        String path = rest.getPath() + (verb.getPath() == null ? "" : verb.getPath());
        List<SecurityDefinition> security = verb.getSecurity();
        Set<String> scopes = security.stream()
                .filter(requirement -> requirement.getKey().equals(ApiScope.SCHEME))
                .flatMap(requirement -> Stream.of(requirement.getScopes().split(",")))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
        boolean open =
                security.stream().anyMatch(requirement -> requirement.getKey().equals(ApiScope.OPEN));
        Set<String> parameters = verb.getParams().stream()
                .filter(parameter -> parameter.getType() == RestParamType.query)
                .map(ParamDefinition::getName)
                .collect(Collectors.toUnmodifiableSet());
        return new Operation(
                verb.asVerb().toUpperCase(Locale.ROOT), pattern(path), scopes, open && scopes.isEmpty(), parameters);
    }

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }
}
