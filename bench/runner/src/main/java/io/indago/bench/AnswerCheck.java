package io.indago.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether an answer is about the address that was asked for and has a hit of each of the eight providers. */
final class AnswerCheck {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST = 100;

    private AnswerCheck() {}

    /** What is wrong with it; empty when nothing is. */
    static Optional<String> complaint(byte[] answer, String address) {
        String about = "";
        Map<String, String> reports = Map.of();
        try (JsonParser in = JSON.createParser(answer)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "indicator" -> about = member(in, "value");
                    case "reports" -> reports = reports(in);
                    default -> in.skipChildren();
                }
            }
        } catch (IOException e) {
            return Optional.of("not JSON");
        }
        if (!about.equals(address)) {
            return Optional.of("about another indicator");
        }
        if (!reports.keySet().equals(Ids.ALL)) {
            return Optional.of("reports of others than the eight");
        }
        return reports.values().stream()
                .filter(status -> !status.startsWith("hit"))
                .findFirst()
                .map(status -> status.substring(0, Math.min(LONGEST, status.length())));
    }

    /** Per provider its status, and why. */
    private static Map<String, String> reports(JsonParser in) throws IOException {
        Map<String, String> reports = new HashMap<>();
        while (in.nextToken() == JsonToken.START_OBJECT) {
            String provider = "";
            String status = "";
            String reason = "";
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "provider" -> provider = in.getText();
                    case "status" -> status = in.getText();
                    case "reason" -> reason = in.getText();
                    default -> in.skipChildren();
                }
            }
            reports.put(provider, status + ": " + reason);
        }
        return reports;
    }

    private static String member(JsonParser in, String wanted) throws IOException {
        String found = "";
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            boolean here = in.currentName().equals(wanted);
            in.nextToken();
            if (here) {
                found = in.getText();
            } else {
                in.skipChildren();
            }
        }
        return found;
    }
}
