package io.indago.hub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.indago.hub.config.IndagoProperties;
import io.indago.hub.revocation.RevocationList;
import io.indago.hub.selfcheck.TokenLifespans;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Tokens signed here, keys served here: every way a token can be wrong. */
class TokenTest {
    private static final String ISSUER = "http://id.test/realms/indago";
    private static final AtomicInteger FETCHES = new AtomicInteger();
    private static RSAKey ours;
    private static RSAKey foreign;
    private static HttpServer keys;
    private static JwtDecoder decoder;

    @BeforeAll
    static void serveKeys() throws Exception {
        ours = new RSAKeyGenerator(2048).keyID("ours").generate();
        foreign = new RSAKeyGenerator(2048).keyID("foreign").generate();
        byte[] set = new JWKSet(ours.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext("/", exchange -> {
            FETCHES.incrementAndGet();
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        keys.start();
        IndagoProperties settings = settings();
        decoder = new SecurityConfiguration()
                .jwtDecoder(
                        settings, new RealmKeys(settings), new RevocationList(System::nanoTime), new TokenLifespans());
    }

    private static IndagoProperties settings() {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                        "indago.security.issuer-uri",
                        ISSUER,
                        "indago.security.jwk-set-uri",
                        "http://127.0.0.1:" + keys.getAddress().getPort() + "/")))
                .bind("indago", IndagoProperties.class)
                .get();
    }

    @AfterAll
    static void stop() {
        keys.stop(0);
    }

    @Test
    void acceptsAGoodToken() throws Exception {
        assertThat(decoder.decode(signed(ours, claims -> {})).getSubject()).isEqualTo("someone");
    }

    @Test
    void refusesAnExpiredOrEarlyToken() {
        refuses(claims -> claims.issueTime(at(-300)).expirationTime(at(-40)));
        refuses(claims -> claims.notBeforeTime(at(60)));
        refuses(claims -> claims.expirationTime(null));
        refuses(claims -> claims.issueTime(at(0)).expirationTime(at(3_601)));
    }

    @Test
    void toleratesHalfAMinuteOfClockSkew() throws Exception {
        assertThat(decoder.decode(
                        signed(ours, claims -> claims.issueTime(at(-300)).expirationTime(at(-20)))))
                .isNotNull();
    }

    @Test
    void refusesAnotherIssuerAudienceTypeClientOrNoSubject() {
        refuses(claims -> claims.issuer("http://id.test/realms/other"));
        refuses(claims -> claims.issuer(null));
        refuses(claims -> claims.audience("account"));
        refuses(claims -> claims.audience((String) null));
        refuses(claims -> claims.claim("typ", "ID"));
        refuses(claims -> claims.claim("typ", "Refresh"));
        refuses(claims -> claims.claim("azp", "somebody-elses-client"));
        refuses(claims -> claims.claim("azp", null));
        refuses(claims -> claims.subject(null));
    }

    /** Whether it is revoked could not be said: what is revoked is told by when it was issued. */
    @Test
    void refusesATokenThatDoesNotSayWhenItWasIssued() {
        refuses(claims -> claims.issueTime(null));
    }

    /** It is bound to a key or a certificate, and whoever stole it has neither; nor do we ask for a proof. */
    @Test
    void refusesATokenBoundToAProof() {
        refuses(claims -> claims.claim("cnf", Map.of("x5t#S256", "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2")));
        refuses(claims -> claims.claim("cnf", Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")));
        refuses(claims -> claims.claim("cnf", Map.of()));
    }

    @Test
    void refusesAForgedSignature() throws Exception {
        RSAKey disguised = new RSAKey.Builder(foreign).keyID("ours").build();
        refuses(signed(disguised, claims -> {}));
        refuses(new PlainJWT(claims(claims -> {})).serialize());
        refuses(sign(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("ours"), hmacWithThePublicKey(), claims -> {}));
        refuses(sign(new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("ours"), new RSASSASigner(ours), claims -> {}));
    }

    @Test
    void fetchesKeysSeldomHoweverManyUnknownOnesAreNamed() throws Exception {
        int before = FETCHES.get();
        for (int i = 0; i < 50; i++) {
            refuses(signed(new RSAKey.Builder(foreign).keyID("unknown-" + i).build(), claims -> {}));
        }
        assertThat(FETCHES.get() - before).isLessThanOrEqualTo(2);
    }

    private static MACSigner hmacWithThePublicKey() throws JOSEException {
        return new MACSigner(ours.toRSAPublicKey().getEncoded());
    }

    private static void refuses(Consumer<JWTClaimsSet.Builder> change) {
        try {
            refuses(signed(ours, change));
        } catch (JOSEException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void refuses(String token) {
        assertThatThrownBy(() -> decoder.decode(token))
                .as("the token is bad; another exception would say that we are")
                .isInstanceOf(BadJwtException.class);
    }

    private static String signed(RSAKey key, Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(JOSEObjectType.JWT),
                new RSASSASigner(key),
                change);
    }

    private static String sign(JWSHeader.Builder header, JWSSigner signer, Consumer<JWTClaimsSet.Builder> change)
            throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), claims(change));
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject("someone")
                .issuer(ISSUER)
                .audience(List.of("hub-api"))
                .claim("typ", "Bearer")
                .claim("azp", "hub-legacy-login")
                .claim("scope", "tasks")
                .issueTime(at(0))
                .expirationTime(at(300));
        change.accept(claims);
        return claims.build();
    }

    private static Date at(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
