package io.indago.hub;

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
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A realm's keys, of which the test has the private one: a hub that takes its keys from here refuses an expired token for
 * being expired, and not for a wrong signature. Unless a token's name is a scope it has all of them.
 */
final class TokenForge implements AutoCloseable {
    /** Names of tokens that are good, and carry this scope alone. */
    static final Set<String> SCOPES = Set.of("no scope", "tasks", "users", "mon:read", "mon");

    /** The user of the token {@code disabled}, good but for him. */
    static final String DISABLED = "somebody disabled";

    /** Of whose key or certificate a token is bound to. */
    private static final String PROOF = "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2";

    private static final String ALL = "tasks users mon:read mon";

    private final String issuer;
    private final RSAKey ours;
    private final RSAKey foreign;
    private final HttpServer keys;

    TokenForge(String issuer) throws IOException, JOSEException {
        this.issuer = issuer;
        ours = new RSAKeyGenerator(2048).keyID("ours").generate();
        foreign = new RSAKeyGenerator(2048).keyID("foreign").generate();
        byte[] set = new JWKSet(ours.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        keys.start();
    }

    /** Where the keys are served. */
    String uri() {
        return "http://127.0.0.1:" + keys.getAddress().getPort() + "/";
    }

    /** The token of that name, of that user; empty for none at all. */
    Optional<String> token(String name, String subject) {
        if (SCOPES.contains(name)) {
            String scope = name.equals("no scope") ? "" : name;
            return Optional.of(good(subject, claims -> claims.claim("scope", scope)));
        }
        return switch (name) {
            case "none" -> Optional.empty();
            case "expired" ->
                Optional.of(good(subject, claims -> claims.issueTime(in(-360)).expirationTime(in(-60))));
            case "not yet" -> Optional.of(good(subject, claims -> claims.notBeforeTime(in(120))));
            case "realm" -> Optional.of(good(subject, claims -> claims.issuer(issuer.replace("/indago", "/other"))));
            case "audience" -> Optional.of(good(subject, claims -> claims.audience("account")));
            case "ID" -> Optional.of(good(subject, claims -> claims.claim("typ", "ID")));
            case "refresh" -> Optional.of(good(subject, claims -> claims.claim("typ", "Refresh")));
            case "client" -> Optional.of(good(subject, claims -> claims.claim("azp", "somebody-elses")));
            case "no iat" -> Optional.of(good(subject, claims -> claims.issueTime(null)));
            case "x5t#S256", "jkt" -> Optional.of(good(subject, claims -> claims.claim("cnf", Map.of(name, PROOF))));
            case "alg none" -> Optional.of(new PlainJWT(claims(subject, claims -> {})).serialize());
            case "HS256" -> Optional.of(hmacWithThePublicKey(subject));
            case "kid" -> Optional.of(sign(foreign, JWSAlgorithm.RS256, subject, claims -> {}));
            case "forged" ->
                Optional.of(sign(
                        new RSAKey.Builder(foreign).keyID("ours").build(), JWSAlgorithm.RS256, subject, claims -> {}));
            case "disabled" -> Optional.of(good(DISABLED, claims -> {}));
            default -> throw new IllegalArgumentException("no such token: " + name);
        };
    }

    private String good(String subject, Consumer<JWTClaimsSet.Builder> change) {
        return sign(ours, JWSAlgorithm.RS256, subject, change);
    }

    private String hmacWithThePublicKey(String subject) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(ours.getKeyID())
                    .type(JOSEObjectType.JWT)
                    .build();
            return sign(header, new MACSigner(ours.toRSAPublicKey().getEncoded()), claims(subject, claims -> {}));
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String sign(RSAKey key, JWSAlgorithm algorithm, String subject, Consumer<JWTClaimsSet.Builder> change) {
        try {
            JWSHeader header = new JWSHeader.Builder(algorithm)
                    .keyID(key.getKeyID())
                    .type(JOSEObjectType.JWT)
                    .build();
            return sign(header, new RSASSASigner(key), claims(subject, change));
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String sign(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private JWTClaimsSet claims(String subject, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .claim("preferred_username", subject)
                .issuer(issuer)
                .audience(List.of("hub-api"))
                .claim("typ", "Bearer")
                .claim("azp", "hub-legacy-login")
                .claim("scope", ALL)
                .issueTime(in(0))
                .expirationTime(in(300));
        change.accept(claims);
        return claims.build();
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    @Override
    public void close() {
        keys.stop(0);
    }
}
