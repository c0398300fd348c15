package io.indago.hub.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * Stands before Tomcat's own valve for forwarded headers, which knows proxies by a regular expression alone: leaves it nothing
 * to believe from whoever is no trusted proxy, and from one that is, the client alone.
 */
final class TrustedProxyValve extends ValveBase {
    static final String FORWARDED_FOR = "X-Forwarded-For";
    static final String FORWARDED_PROTO = "X-Forwarded-Proto";

    private static final List<String> FORWARDED = List.of(FORWARDED_FOR, FORWARDED_PROTO);

    private final TrustedProxies proxies;

    TrustedProxyValve(TrustedProxies proxies) {
        super(true);
        this.proxies = proxies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
        String peer = request.getRemoteAddr();
        if (!proxies.isTrusted(peer)) {
            FORWARDED.forEach(headers::removeHeader);
        } else if (headers.getHeader(FORWARDED_FOR) != null) {
            String hops = String.join(",", Collections.list(request.getHeaders(FORWARDED_FOR)));
            headers.setValue(FORWARDED_FOR).setString(proxies.client(peer, hops));
        }
        getNext().invoke(request, response);
    }
}
