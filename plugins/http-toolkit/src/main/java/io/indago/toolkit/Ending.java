package io.indago.toolkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.indago.spi.HttpReply;
import io.indago.spi.Report;
import io.indago.spi.Step;
import io.indago.toolkit.jq.Variables;

/** Makes a report of the last reply of a conversation. */
@FunctionalInterface
interface Ending {
    Step<Report> end(HttpReply reply, JsonNode body, Variables variables) throws Exception;
}
