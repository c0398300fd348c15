package io.indago.hub.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.api.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Writes a {@link Problem} as the answer. */
@Component
public final class ProblemWriter {
    private final ObjectMapper json;

    public ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String kind,
            String title,
            int status,
            String detail)
            throws IOException {
        String traceId = request.getAttribute(AccountedRequest.PROPERTY) instanceof AccountedRequest accounted
                ? accounted.id().toString()
                : "";
        byte[] body = json.writeValueAsBytes(Problem.of(kind, title, status, detail, traceId));
        response.setStatus(status);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
