package io.indago.hub.security;

import io.indago.hub.web.RestOperations;
import io.indago.hub.web.RestOperations.Operation;
import io.indago.routes.api.ApiScope;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Grants a request what its REST operation declares: all of its scopes, or nothing where it is open. Who may change may
 * look, as {@link ApiScope#covers} says. A request for no operation, or for one that declares neither, is denied.
 */
final class RestAuthorization implements AuthorizationManager<RequestAuthorizationContext> {
    /** How Spring Security prefixes the scopes of a token. */
    static final String SCOPE = "SCOPE_";

    private final RestOperations operations;

    RestAuthorization(RestOperations operations) {
        this.operations = operations;
    }

    /** Deprecated in favour of {@code authorize}, which falls back on it; still the interface's one abstract method. */
    @Override
    @SuppressWarnings("deprecation")
    public AuthorizationDecision check(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        Optional<Operation> operation = operations.find(context.getRequest());
        return new AuthorizationDecision(operation.isPresent() && granted(caller, operation.get()));
    }

    private static boolean granted(Supplier<Authentication> caller, Operation operation) {
        if (operation.open()) {
            return true;
        }
        if (operation.scopes().isEmpty()) {
            return false;
        }
        List<String> held = caller.get().getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority.startsWith(SCOPE))
                .map(authority -> authority.substring(SCOPE.length()))
                .toList();
        return operation.scopes().stream()
                .allMatch(needed -> held.stream().anyMatch(scope -> ApiScope.covers(scope, needed)));
    }
}
