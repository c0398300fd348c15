package io.indago.hub.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.hub.problem.ProblemWriter;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StartingFilterTest {
    private final GenericApplicationContext context = new GenericApplicationContext();
    private final ApplicationAvailabilityBean availability = new ApplicationAvailabilityBean();
    private final ShutdownDelay delay = new ShutdownDelay(Duration.ofMillis(200));
    private final StartingFilter filter =
            new StartingFilter(availability, delay, new ProblemWriter(new ObjectMapper()));

    StartingFilterTest() {
        context.addApplicationListener(availability);
        context.refresh();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void tellsWhoComesTooEarlyToComeBack() throws Exception {
        MockHttpServletResponse answer = send();

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("2");
        assertThat(answer.getContentAsString()).contains("urn:indago:problem:not-ready");
    }

    @Test
    void letsThemPassWhileTheHubIsReadyAndUntilProxiesHaveNoticedThatItStops() throws Exception {
        delay.start();
        assertThat(send().getStatus()).isEqualTo(503);
        AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        assertThat(send().getStatus()).isEqualTo(200);

        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        assertThat(send().getStatus()).isEqualTo(200);
        long begin = System.nanoTime();
        delay.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(send().getStatus()).isEqualTo(503);
    }

    private MockHttpServletResponse send() throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("POST", "/api/indicator"), answer, (request, response) -> {});
        return answer;
    }
}
