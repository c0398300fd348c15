package io.indago.client;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Asks a hub. Any number of threads may share one client.
 *
 * <pre>{@code
 * HttpClient http = IndagoClient.usualHttp();
 * TokenSource tokens = new PasswordTokenSource(http, tokenEndpoint, login, Clock.systemUTC());
 * IndagoClient client = new IndagoClient(http, URI.create("http://localhost:8080"), tokens);
 * Enrichment enrichment = client.lookup("evil[.]example", LookupOptions.usual().withTlp("GREEN"));
 * }</pre>
 */
public final class IndagoClient {
    /** What a hub takes at most when nobody names a deadline, unless it is configured otherwise. */
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);
    /** More than any hub grants. A senseless deadline is for the hub to refuse, which it does at once. */
    private static final Duration SANE = Duration.ofHours(1);
    /** For everything that is not the providers' work. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** A chain may be long. */
    private static final Duration VERIFICATION = Duration.ofMinutes(10);

    private final HubRequests hub;

    /** @throws IllegalArgumentException when the hub's address is not one of a server */
    public IndagoClient(HttpClient http, URI hub, TokenSource tokens) {
        this.hub = new HubRequests(
                new Transport(requireNonNull(http, "http")),
                Transport.requireHttp(hub).toString().replaceFirst("/+$", ""),
                requireNonNull(tokens, "tokens"));
    }

    /** An HTTP client that will do where no proxy or certificate of one's own is needed. */
    public static HttpClient usualHttp() {
        return Transport.usualHttp();
    }

    /**
     * Looks an indicator up. Providers that failed are part of the answer, not an exception.
     *
     * @param indicator in any notation, defanged too
     * @throws ApiException when the hub answers an error
     * @throws LoginException when there is no token for the caller
     * @throws NoAnswerException when the hub can't be reached, is too late or can't be understood
     */
    public Enrichment lookup(String indicator, LookupOptions options) throws ClientException, InterruptedException {
        return hub.answer(about(indicator, parameters(options)), patience(options), Enrichment.class);
    }

    /**
     * What a lookup would do: whom it would ask and what, and why not the others. Nothing is sent to any provider.
     *
     * @param indicator in any notation, defanged too
     * @throws ClientException as {@link #lookup} does
     */
    public LookupPlan plan(String indicator, LookupOptions options) throws ClientException, InterruptedException {
        Map<String, String> parameters = parameters(options);
        parameters.put("plan", "true");
        return hub.answer(about(indicator, parameters), patience(options), LookupPlan.class);
    }

    private HttpRequest.Builder about(String indicator, Map<String, String> parameters) {
        return hub.request("/api/indicator", parameters)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ClientJson.write(Map.of("value", indicator))));
    }

    /**
     * The plugins of the hub, their providers and connectors.
     *
     * @throws ClientException as {@link #lookup} does
     */
    public Inventory plugins() throws ClientException, InterruptedException {
        return hub.answer(hub.request("/api/plugins", Map.of()), USUAL_LIMIT, Inventory.class);
    }

    /**
     * One provider or connector.
     *
     * @throws ApiException when there is none of that id; the message names one that is spelled alike
     * @throws ClientException as {@link #lookup} does
     * @throws IllegalArgumentException when the id is blank
     */
    public PluginDetails plugin(String id) throws ClientException, InterruptedException {
        return hub.answer(hub.request(pathOf(id), Map.of()), USUAL_LIMIT, PluginDetails.class);
    }

    /**
     * Has the hub ask a provider or connector how it is, now. Takes the scope {@code mon}.
     *
     * @throws ClientException as {@link #plugin} does
     */
    public HealthCheck checkHealth(String id) throws ClientException, InterruptedException {
        return post(pathOf(id) + "/health-check", HealthCheck.class);
    }

    /**
     * Has the hub ask a provider or connector again, also when something held it back. Takes the scope {@code mon}.
     *
     * @return what it is then
     * @throws ClientException as {@link #plugin} does
     */
    public PluginDetails enable(String id) throws ClientException, InterruptedException {
        return post(pathOf(id) + "/enable", PluginDetails.class);
    }

    /**
     * Has the hub not ask a provider or connector any more, until someone enables it. Takes the scope {@code mon}.
     *
     * @param reason for those who wonder; may be blank
     * @return what it is then
     * @throws ClientException as {@link #plugin} does
     */
    public PluginDetails disable(String id, String reason) throws ClientException, InterruptedException {
        HttpRequest.Builder request = hub.request(pathOf(id) + "/disable", Map.of())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        ClientJson.write(reason.isBlank() ? Map.of() : Map.of("reason", reason))));
        return hub.answer(request, USUAL_LIMIT, PluginDetails.class);
    }

    /**
     * Has the hub end at once what a provider or connector does now. Takes the scope {@code mon}.
     *
     * @return what it is then
     * @throws ClientException as {@link #plugin} does
     */
    public PluginDetails kill(String id) throws ClientException, InterruptedException {
        return post(pathOf(id) + "/kill", PluginDetails.class);
    }

    /**
     * Has the hub tell a connector again what was put aside. Takes the scope {@code mon}.
     *
     * @throws ClientException as {@link #plugin} does
     */
    public Retried retry(String id) throws ClientException, InterruptedException {
        return post(pathOf(id) + "/retry", Retried.class);
    }

    /**
     * What a connector was told last, and what it is still to be told. Takes the scope {@code mon}.
     *
     * @param limit how many deliveries at most
     * @throws ClientException as {@link #plugin} does
     */
    public Deliveries deliveries(String id, int limit) throws ClientException, InterruptedException {
        Map<String, String> parameters = Map.of("limit", Integer.toString(limit));
        return hub.answer(hub.request(pathOf(id) + "/deliveries", parameters), USUAL_LIMIT, Deliveries.class);
    }

    /**
     * Has the hub take over what has changed in its plugins folder, now. Takes the scope {@code mon}.
     *
     * @throws ClientException as {@link #lookup} does
     */
    public FolderChange rescan() throws ClientException, InterruptedException {
        return post("/api/plugins/rescan", FolderChange.class);
    }

    private <T> T post(String path, Class<T> type) throws ClientException, InterruptedException {
        return hub.answer(hub.request(path, Map.of()).POST(BodyPublishers.noBody()), USUAL_LIMIT, type);
    }

    private static String pathOf(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("the id of a provider or connector is blank");
        }
        return "/api/plugins/" + UrlEncoded.segment(id);
    }

    /**
     * What the caller has used.
     *
     * @throws ClientException as {@link #lookup} does
     */
    public Usage usage(UsagePeriod period) throws ClientException, InterruptedException {
        return hub.answer(hub.request("/api/me/usage", parameters(period)), USUAL_LIMIT, Usage.class);
    }

    /**
     * The hub's rate limits. Takes the scope {@code mon:read}.
     *
     * @throws ClientException as {@link #lookup} does
     */
    public RateLimits limits() throws ClientException, InterruptedException {
        return hub.answer(hub.request("/api/admin/limits", Map.of()), USUAL_LIMIT, RateLimits.class);
    }

    /**
     * Has the hub give a user or a client another rate limit for a time. Takes the scope {@code mon}.
     *
     * @param kind {@code user} or {@code client}
     * @param limit {@code 6000/1m, 500000/1d}, or {@code none}
     * @param time {@code 30m}, {@code 8h}, {@code 7d}
     * @param reason for those who wonder; may be blank
     * @throws ClientException as {@link #lookup} does
     */
    public RateLimitAnswer setLimit(String kind, String name, String limit, String time, String reason)
            throws ClientException, InterruptedException {
        HttpRequest.Builder request = hub.request(limitOf(kind, name), Map.of())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(ClientJson.write(Map.of("limit", limit, "for", time, "reason", reason))));
        return hub.answer(request, USUAL_LIMIT, RateLimitAnswer.class);
    }

    /**
     * Has the hub take back what was set for a user or a client. Takes the scope {@code mon}.
     *
     * @throws ClientException as {@link #lookup} does
     */
    public RateLimitAnswer clearLimit(String kind, String name) throws ClientException, InterruptedException {
        return hub.answer(hub.request(limitOf(kind, name), Map.of()).DELETE(), USUAL_LIMIT, RateLimitAnswer.class);
    }

    private static String limitOf(String kind, String name) {
        return "/api/admin/limit/" + UrlEncoded.segment(kind) + "/" + UrlEncoded.segment(name);
    }

    /**
     * A page of the audit. Takes the scope {@code mon:read} or {@code mon}.
     *
     * @param wanted the parameters of {@code GET /api/admin/audit}
     * @throws ClientException as {@link #lookup} does
     */
    public Audit audit(Map<String, String> wanted) throws ClientException, InterruptedException {
        return hub.answer(hub.request("/api/admin/audit", wanted), USUAL_LIMIT, Audit.class);
    }

    /**
     * Has the hub verify its audit, all of it. Takes the scope {@code mon:read} or {@code mon}.
     *
     * @throws ClientException as {@link #lookup} does
     */
    public AuditVerdict verifyAudit() throws ClientException, InterruptedException {
        return hub.answer(hub.request("/api/admin/audit/verification", Map.of()), VERIFICATION, AuditVerdict.class);
    }

    /** What was used. Takes the scope {@code mon:read}. */
    UsageReport report(String path, Map<String, String> parameters) throws ClientException, InterruptedException {
        return hub.answer(hub.request(path, parameters), USUAL_LIMIT, UsageReport.class);
    }

    /** The log of requests. Takes the scope {@code mon:read}. */
    RequestLog requests(String path, Map<String, String> parameters) throws ClientException, InterruptedException {
        return hub.answer(hub.request(path, parameters), USUAL_LIMIT, RequestLog.class);
    }

    /** Either as CSV. */
    String csv(String path, Map<String, String> parameters) throws ClientException, InterruptedException {
        return hub.text(hub.request(path, parameters), USUAL_LIMIT);
    }

    /** The users of the hub, and the caller's own password. */
    public UserAccounts users() {
        return new UserAccounts(hub);
    }

    private static Duration patience(LookupOptions options) {
        Duration deadline = options.deadline().orElse(USUAL_LIMIT);
        boolean sane = !deadline.isNegative() && deadline.compareTo(SANE) < 0;
        return (sane ? deadline : SANE).plus(GRACE);
    }

    private static Map<String, String> parameters(LookupOptions options) {
        Map<String, String> parameters = new LinkedHashMap<>();
        options.deadline().ifPresent(deadline -> parameters.put("deadline", deadline.toString()));
        options.tlp().ifPresent(tlp -> parameters.put("tlp", tlp));
        options.pap().ifPresent(pap -> parameters.put("pap", pap));
        return parameters;
    }

    private static Map<String, String> parameters(UsagePeriod period) {
        Map<String, String> parameters = new LinkedHashMap<>();
        period.from().ifPresent(day -> parameters.put("from", day.toString()));
        period.to().ifPresent(day -> parameters.put("to", day.toString()));
        return parameters;
    }
}
