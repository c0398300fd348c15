package io.indago.hub.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.web.server.ResponseStatusException;

/**
 * Reads what is left of the body of a request that was refused without it, as the container would, so that the connection can
 * be used again, but for no longer than a body may take: then the connection is closed.
 */
final class UnreadBodyValve extends ValveBase {
    private final ArrivingBody bodies;

    UnreadBodyValve(ArrivingBody bodies) {
        super(true);
        this.bodies = bodies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        // Whoever expects to be asked for the body has not sent it, and Tomcat knows
        if (request.isFinished() || request.getCoyoteRequest().hasExpectation()) {
            return;
        }
        response.flushBuffer(); // that it is late would be told instead
        boolean late = response.getStatus() == HttpServletResponse.SC_REQUEST_TIMEOUT;
        if (late || !isThere(request)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** Whether the body has come to its end. */
    private boolean isThere(Request request) {
        try {
            bodies.read(request.getRequest());
            return true;
        } catch (ResponseStatusException | IOException notThere) {
            return false;
        }
    }
}
