package io.indago.hub.account;

import io.indago.routes.account.DirectoryException;
import io.indago.routes.account.DirectoryException.Reason;
import io.indago.routes.account.HubGroup;
import io.indago.routes.account.NewUser;
import io.indago.routes.account.Password;
import io.indago.routes.account.User;
import io.indago.routes.account.UserDirectory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** In the place of Keycloak when the hub has no secret for its Admin API. */
final class NoDirectory implements UserDirectory {

    private static DirectoryException off() {
        return new DirectoryException(Reason.OFF, "indago.keycloak.admin-secret is not set");
    }

    @Override
    public Page search(String text, int offset, int limit) throws DirectoryException {
        throw off();
    }

    @Override
    public Optional<User> find(String username) throws DirectoryException {
        throw off();
    }

    @Override
    public List<String> groups(String id) throws DirectoryException {
        throw off();
    }

    @Override
    public boolean isProtected(String id) throws DirectoryException {
        throw off();
    }

    @Override
    public List<User> members(HubGroup group) throws DirectoryException {
        throw off();
    }

    @Override
    public String create(NewUser user) throws DirectoryException {
        throw off();
    }

    @Override
    public void setPassword(String id, Password password, boolean temporary) throws DirectoryException {
        throw off();
    }

    @Override
    public void setEnabled(String id, boolean enabled) throws DirectoryException {
        throw off();
    }

    @Override
    public Instant endSessions(String id) throws DirectoryException {
        throw off();
    }
}
