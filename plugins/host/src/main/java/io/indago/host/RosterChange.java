package io.indago.host;

import io.indago.host.Roster.Member;
import java.util.ArrayList;
import java.util.List;

/**
 * What a look into the plugins folder changed; names of plugins, sorted.
 *
 * @param added new, whether they can be used or not
 * @param replaced by other files of that name
 * @param removed gone from the folder
 * @param refused whose replacement can't be used, so that they go on as they were
 * @param unchanged how many others there are
 */
public record RosterChange(
        List<String> added, List<String> replaced, List<String> removed, List<PluginProblem> refused, int unchanged) {

    public RosterChange {
        added = List.copyOf(added);
        replaced = List.copyOf(replaced);
        removed = List.copyOf(removed);
        refused = List.copyOf(refused);
    }

    static RosterChange between(Roster before, Roster after) {
        List<String> added = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        List<PluginProblem> refused = new ArrayList<>();
        int unchanged = 0;
        for (Member member : after.members()) {
            String name = member.plugin().name();
            if (before.member(name).isEmpty()) {
                added.add(name);
            } else if (before.member(name).get().plugin() != member.plugin()) {
                replaced.add(name);
            } else if (member.refused().isPresent()) {
                refused.add(member.refused().get().problem());
            } else {
                unchanged++;
            }
        }
        List<String> removed = before.members().stream()
                .map(member -> member.plugin().name())
                .filter(name -> after.member(name).isEmpty())
                .toList();
        return new RosterChange(added, replaced, removed, refused, unchanged);
    }

    /** Whether there is nothing new. */
    public boolean isNothing() {
        return added.isEmpty() && replaced.isEmpty() && removed.isEmpty() && refused.isEmpty();
    }
}
