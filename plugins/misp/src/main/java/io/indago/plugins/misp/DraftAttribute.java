package io.indago.plugins.misp;

import io.indago.spi.Digest;
import io.indago.spi.JsonView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An attribute as it should be.
 *
 * @param uuid always the same for the same part of an event, so that a later push finds it
 * @param compared whether its value may change; of others MISP may keep another form of it
 */
record DraftAttribute(
        UUID uuid,
        String type,
        String category,
        String value,
        boolean compared,
        boolean toIds,
        boolean correlates,
        String comment,
        Optional<Instant> firstSeen,
        Optional<Instant> lastSeen) {

    /** One that is there for people to read. */
    static DraftAttribute note(UUID uuid, String type, String value, String comment) {
        return new DraftAttribute(
                uuid,
                type,
                "External analysis",
                value,
                true,
                false,
                false,
                comment,
                Optional.empty(),
                Optional.empty());
    }

    /** One that is no finding of ours, but may connect events. */
    static DraftAttribute mention(UUID uuid, String type, String category, String value, String comment) {
        return new DraftAttribute(
                uuid, type, category, value, false, false, true, comment, Optional.empty(), Optional.empty());
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("uuid", uuid.toString());
        json.put("type", type);
        json.put("category", category);
        json.put("value", value);
        json.put("to_ids", toIds);
        json.put("disable_correlation", !correlates);
        // As its event
        json.put("distribution", "5");
        json.put("comment", comment);
        json.put("first_seen", firstSeen.map(MispTime::write));
        json.put("last_seen", lastSeen.map(MispTime::write));
        return json;
    }

    /** Whether it says anything that the stored one does not. */
    boolean differsFrom(JsonView stored) {
        return compared && !value.equals(stored.textAt("/value", ""))
                || toIds != MispValue.flag(stored.at("/to_ids"))
                || !Digest.undated(comment).equals(Digest.undated(stored.textAt("/comment", "")))
                || isNews(firstSeen, stored.textAt("/first_seen", ""))
                || isNews(lastSeen, stored.textAt("/last_seen", ""));
    }

    private static boolean isNews(Optional<Instant> time, String stored) {
        return time.isPresent() && !MispTime.read(stored).equals(time);
    }
}
