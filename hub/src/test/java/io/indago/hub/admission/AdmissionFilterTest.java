package io.indago.hub.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.hub.problem.ProblemWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AdmissionFilterTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AdmissionFilter filter = new AdmissionFilter(1, new ProblemWriter(new ObjectMapper()), meters);

    @Test
    void refusesTheLookupThatIsOneTooManyAndAdmitsTheNext() throws Exception {
        MockHttpServletResponse[] second = new MockHttpServletResponse[1];

        MockHttpServletResponse first = send(
                "/api/indicator", (request, response) -> second[0] = send("/api/indicator/ipv4/8.8.8.8", (r, s) -> {}));
        MockHttpServletResponse next = send("/api/indicator", (request, response) -> {});

        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(second[0].getStatus()).isEqualTo(503);
        assertThat(second[0].getHeader("Retry-After")).isEqualTo("1");
        assertThat(second[0].getContentAsString()).contains("urn:indago:problem:too-busy");
        assertThat(next.getStatus()).isEqualTo(200);
        assertThat(meters.counter("indago.admission.rejected", "reason", "in-flight")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void makesRoomAgainWhenALookupFails() throws Exception {
        try {
            send("/api/indicator", (request, response) -> {
                throw new ServletException("broken");
            });
        } catch (ServletException expected) {
            assertThat(expected).hasMessage("broken");
        }

        assertThat(send("/api/indicator", (request, response) -> {}).getStatus())
                .isEqualTo(200);
    }

    @Test
    void letsEverythingElsePass() throws Exception {
        MockHttpServletResponse[] status = new MockHttpServletResponse[1];

        send("/api/indicator", (request, response) -> status[0] = send("/api/status", (r, s) -> {}));

        assertThat(status[0].getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse send(String path, FilterChain chain) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("GET", path), response, chain);
        return response;
    }
}
