package io.indago.hub.problem;

import io.indago.hub.web.RestOperations;
import io.indago.hub.web.RestOperations.Operation;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.audit.AuditActor;
import io.indago.routes.audit.RefusalTally;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells a caller that he is not logged in, or may not. */
@Component
public final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String CHALLENGE = "WWW-Authenticate";

    private final RestOperations operations;
    private final RefusalTally refusals;
    private final ProblemWriter writer;

    SecurityProblems(RestOperations operations, RefusalTally refusals, ProblemWriter writer) {
        this.operations = operations;
        this.refusals = refusals;
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            response.setHeader("Retry-After", "5");
            String detail =
                    "The realm's keys can't be had now, without which no token can be verified. Try again soon.";
            writer.write(request, response, "login-unavailable", "Tokens can't be verified", 503, detail);
            return;
        }
        boolean refused = failure instanceof OAuth2AuthenticationException;
        response.setHeader(CHALLENGE, refused ? "Bearer error=\"invalid_token\"" : "Bearer");
        String detail = refused
                ? "The token is not accepted: expired, revoked, for another audience, or not from our realm."
                : "A bearer token is needed.";
        writer.write(request, response, "unauthenticated", "Not authenticated", 401, detail);
    }

    /** What no operation declares is denied like the rest, and told for what it is. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        List<String> verbs = operations.verbs(request);
        if (verbs.isEmpty()) {
            writer.write(request, response, "not-found", "Not found", 404, "There is no such operation.");
        } else if (!verbs.contains(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", verbs));
            String detail = "This path takes " + String.join(", ", verbs) + ".";
            writer.write(request, response, "method-not-allowed", "Method not allowed", 405, detail);
        } else {
            note(request);
            String scope = operations.find(request).map(Operation::scopes).orElse(Set.of()).stream()
                    .sorted()
                    .collect(Collectors.joining(" "));
            response.setHeader(CHALLENGE, "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
            String detail = "The token lacks the scope this operation needs.";
            writer.write(request, response, "forbidden", "Not allowed", 403, detail);
        }
    }

    private void note(HttpServletRequest request) {
        String operation = operations
                .find(request)
                .map(found -> found.method() + " " + found.path().getPatternString())
                .orElse("");
        if (request.getAttribute(AccountedRequest.PROPERTY) instanceof AccountedRequest accounted) {
            AuditActor actor = AuditActor.of(accounted.caller(), accounted.address());
            refusals.refused(actor, "scope.refuse", operation);
        }
    }
}
