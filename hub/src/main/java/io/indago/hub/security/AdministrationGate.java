package io.indago.hub.security;

import io.indago.hub.problem.ProblemWriter;
import io.indago.hub.revocation.RevocationList;
import io.indago.hub.web.RestOperations;
import io.indago.routes.api.ApiScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** While it can't be known who was disabled a moment ago, nobody administers. Lookups go on with what is known. */
final class AdministrationGate extends OncePerRequestFilter {
    private static final Set<String> ADMINISTRATION = Set.of(ApiScope.MON, ApiScope.MON_READ);

    private final RestOperations operations;
    private final RevocationList revocations;
    private final ProblemWriter writer;

    AdministrationGate(RestOperations operations, RevocationList revocations, ProblemWriter writer) {
        this.operations = operations;
        this.revocations = revocations;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (revocations.isCurrent() || !isAdministration(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Retry-After", "5");
        writer.write(
                request,
                response,
                "store-unavailable",
                "The database is not available",
                503,
                "Whose tokens have been revoked can't be known now, so nothing is administered. Lookups work."
                        + " Try again soon.");
    }

    private boolean isAdministration(HttpServletRequest request) {
        return operations.find(request).stream()
                .flatMap(operation -> operation.scopes().stream())
                .anyMatch(ADMINISTRATION::contains);
    }
}
