package io.indago.hub.account;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.hub.config.IndagoProperties;
import io.indago.hub.config.InvalidSettingsException;
import io.indago.hub.selfcheck.AdminAccess;
import io.indago.hub.selfcheck.AdminAccess.Standing;
import io.indago.routes.account.Creations;
import io.indago.routes.account.LoginAddresses;
import io.indago.routes.account.LoginApiRoutes;
import io.indago.routes.account.LoginRefusals;
import io.indago.routes.account.LoginThrottle;
import io.indago.routes.account.OwnPassword;
import io.indago.routes.account.PasswordApiRoutes;
import io.indago.routes.account.PasswordCheck;
import io.indago.routes.account.Revocations;
import io.indago.routes.account.UserAdministration;
import io.indago.routes.account.UserApiRoutes;
import io.indago.routes.account.UserCreation;
import io.indago.routes.account.UserDirectory;
import io.indago.routes.account.UserViews;
import io.indago.routes.api.AdminActions;
import io.indago.routes.audit.AuditTrail;
import io.indago.routes.audit.RefusalTally;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts accounts together. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    RealmAddresses realmAddresses(IndagoProperties settings) {
        return new RealmAddresses(
                orElse(settings.keycloak().url(), settings.security().issuerUri()));
    }

    @Bean
    LoginAddresses loginAddresses(IndagoProperties settings) {
        String issuer = settings.security().issuerUri().replaceAll("/+$", "");
        URI portal = settings.auth().portal();
        return new LoginAddresses(issuer, portal == null ? URI.create(issuer + "/account/") : portal);
    }

    @Bean
    KeycloakClients keycloakClients() {
        return new KeycloakClients();
    }

    @Bean
    UserDirectory userDirectory(
            KeycloakClients clients, RealmAddresses realm, AdminAccess access, IndagoProperties settings) {
        String secret = orElse(settings.keycloak().adminSecret(), "");
        return secret.isEmpty()
                ? new NoDirectory()
                : new KeycloakDirectory(
                        clients.admin(realm, settings.keycloak().adminClient(), secret),
                        new KeycloakGuard("keycloak-admin", access::standing));
    }

    @Bean
    PasswordCheck passwordCheck(
            KeycloakClients clients, RealmAddresses realm, LoginAddresses addresses, IndagoProperties settings) {
        boolean on = settings.auth().passwordEndpoint();
        String secret = orElse(settings.keycloak().loginSecret(), "");
        if (on && secret.isEmpty()) {
            throw new InvalidSettingsException(List.of("indago.keycloak.login-secret is required while"
                    + " indago.auth.password-endpoint is on: the secret of the client hub-legacy-login"));
        }
        KeycloakLogin login = new KeycloakLogin(
                clients.plain(),
                new KeycloakGuard("keycloak-login", () -> Standing.FIT),
                realm.token(),
                settings.keycloak().loginClient(),
                secret);
        return new PasswordCheck(
                on, login, new LoginThrottle(System::nanoTime), addresses, AccountConfiguration::stopwatch);
    }

    private static PasswordCheck.Stopwatch.Running stopwatch() {
        long start = System.nanoTime();
        return passed -> {
            Duration left = passed.minusNanos(System.nanoTime() - start);
            if (!left.isNegative()) {
                Thread.sleep(left.toMillis());
            }
        };
    }

    @Bean
    Creations creations(JdbcTemplate jdbc) {
        return new JdbcCreations(jdbc);
    }

    @Bean
    UserAdministration userAdministration(
            UserDirectory users, Revocations revocations, Creations creations, DataSource database) {
        return new UserAdministration(users, revocations, creations, new JdbcTurns(database));
    }

    @Bean
    LoginApiRoutes loginApiRoutes(
            PasswordCheck check,
            LoginAddresses addresses,
            AuditTrail trail,
            RefusalTally refusals,
            MeterRegistry meters,
            ObjectMapper json) {
        return new LoginApiRoutes(check, addresses, trail, new LoginRefusals(refusals, meters), json);
    }

    @Bean
    PasswordApiRoutes passwordApiRoutes(
            PasswordCheck check,
            UserDirectory users,
            UserAdministration administration,
            LoginAddresses addresses,
            AdminActions actions,
            ObjectMapper json) {
        return new PasswordApiRoutes(
                new OwnPassword(check, users, administration, addresses.passwordChange()), actions, json);
    }

    @Bean
    UserApiRoutes userApiRoutes(
            UserDirectory users,
            UserAdministration administration,
            Creations creations,
            AdminActions actions,
            JdbcTemplate jdbc,
            ObjectMapper json) {
        return new UserApiRoutes(
                new UserViews(users, new JdbcActivity(jdbc)),
                new UserCreation(users, creations),
                administration,
                actions,
                json);
    }

    private static String orElse(@Nullable String given, String usual) {
        return given == null || given.isBlank() ? usual : given;
    }
}
