package io.indago.client;

import io.indago.client.Settings.MissingException;
import io.indago.client.Settings.SetupException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;

/** Finds the hub to ask, and the login for it. */
final class HubAccess {
    private final Workplace workplace;
    private final HttpClient http = IndagoClient.usualHttp();
    private final Transport transport = new Transport(http);

    HubAccess(Workplace workplace) {
        this.workplace = workplace;
    }

    IndagoClient client(HubOptions options) throws ClientException, SetupException, InterruptedException {
        return client(options, Role.ANALYST);
    }

    /** A saved login is as it is, whatever the role. */
    IndagoClient client(HubOptions options, Role role) throws ClientException, SetupException, InterruptedException {
        if (workplace.program().isPresent()) {
            return ofProgram(workplace.program().get(), options);
        }
        Optional<Session> saved =
                options.local() ? Optional.empty() : workplace.session().read();
        if (options.issuer().isPresent()) {
            LoginTarget target = target(options);
            Optional<Session> fitting = saved.filter(session -> session.target().equals(target));
            return fitting.isPresent() ? ofSaved(fitting.get()) : ofOnce(logIn(target, role.scope()));
        }
        if (saved.isEmpty()) {
            return ofDemo(options.url(), role);
        }
        Session session = saved.get();
        return options.url().orElse(session.hub()).equals(session.hub())
                ? ofSaved(session)
                : ofOther(options.url().get(), session, role);
    }

    /** Where a login is to be made: where the options say, or where the last one was, or at the local stack. */
    LoginTarget target(HubOptions options) throws ClientException, SetupException {
        if (options.issuer().isPresent()) {
            URI hub = options.url().orElseThrow(() -> options.misuse("--issuer needs the hub as well: --url"));
            return new LoginTarget(hub, options.issuer().get(), usualClient(options));
        }
        Optional<LoginTarget> last = options.local()
                ? Optional.empty()
                : workplace.session().read().map(Session::target).filter(target -> fits(target, options));
        if (last.isPresent()) {
            LoginTarget target = last.get();
            return new LoginTarget(
                    target.hub(), target.issuer(), options.clientId().orElse(target.clientId()));
        }
        Settings settings = Settings.in(workplace.state());
        LoginTarget local = new LoginTarget(settings.hub(), settings.issuer(), usualClient(options));
        if (!fits(local, options)) {
            throw options.misuse("Who issues the tokens for " + options.url().orElseThrow() + "? Say it with --issuer");
        }
        return local;
    }

    Session logIn(LoginTarget target, String scope) throws ClientException, InterruptedException {
        LoginServer server = LoginServer.discover(transport, target.issuer());
        DeviceLogin login = new DeviceLogin(transport, workplace.clock(), workplace.pause());
        Tokens tokens = login.logIn(server, target.clientId(), scope, new DevicePrompt(workplace.terminal()));
        return Session.of(target, scope, tokens, workplace.clock().instant());
    }

    private static String usualClient(HubOptions options) {
        return options.clientId().orElse(LoginTarget.USUAL_CLIENT);
    }

    private static boolean fits(LoginTarget target, HubOptions options) {
        return options.url().orElse(target.hub()).equals(target.hub());
    }

    /** A program has no saved login, and needs none. */
    private IndagoClient ofProgram(ClientLogin program, HubOptions options)
            throws ClientException, SetupException, InterruptedException {
        LoginTarget target = target(options);
        LoginServer server = LoginServer.discover(transport, target.issuer());
        return new IndagoClient(
                http, target.hub(), new ClientTokenSource(http, server.tokenEndpoint(), program, workplace.clock()));
    }

    private IndagoClient ofSaved(Session session) {
        return new IndagoClient(
                http,
                session.hub(),
                new SessionTokenSource(transport, workplace.session(), session, workplace.clock()));
    }

    private IndagoClient ofOnce(Session session) {
        return new IndagoClient(
                http,
                session.hub(),
                new SessionTokenSource(transport, SessionStore.inMemory(session), session, workplace.clock()));
    }

    private IndagoClient ofDemo(Optional<URI> url, Role role) throws SetupException {
        Settings settings = Settings.in(workplace.state());
        TokenSource tokens = new PasswordTokenSource(
                http, settings.tokenEndpoint(), settings.login(role), role.scope(), workplace.clock());
        return new IndagoClient(http, url.orElse(settings.hub()), tokens);
    }

    /** The token of one hub is shown to no other. */
    private IndagoClient ofOther(URI url, Session session, Role role) throws ClientException, SetupException {
        try {
            if (Settings.in(workplace.state()).hub().equals(url)) {
                return ofDemo(Optional.of(url), role);
            }
        } catch (MissingException nothingLocal) {
            // then it is not the local one
        }
        throw new LoginException("The saved login is for " + session.hub() + ", not for " + url
                + "; './indago login --url " + url + " --issuer ...' makes one");
    }
}
