package io.indago.hub.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Tells the errors the container and Spring MVC find: no such path, wrong verb, a body too large. */
@Controller
final class ContainerProblems implements ErrorController {
    private final ProblemWriter writer;

    ContainerProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer known
                ? HttpStatus.valueOf(known)
                : HttpStatus.NOT_FOUND; // somebody asked for /error itself
        String kind = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        String detail = status.is5xxServerError()
                ? "The hub failed. The trace id finds the cause in its log."
                : "The request can't be served: " + status.getReasonPhrase() + ".";
        writer.write(request, response, kind, status.getReasonPhrase(), status.value(), detail);
    }
}
