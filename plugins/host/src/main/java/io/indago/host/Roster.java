package io.indago.host;

import io.indago.host.PluginProblem.Phase;
import io.indago.host.PluginProblem.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The plugins there are at one time, and what the hub may use of them. */
final class Roster {
    private final List<Member> members;
    private final List<HostedProvider> providers;
    private final List<HostedConnector> connectors;
    private final Map<String, HostedExtension> extensions;
    private final List<PluginProblem> problems;
    private final List<String> missing;

    /**
     * @param problems those of no plugin
     * @param missing what is required and can't be used, in sentences
     */
    Roster(List<Member> members, List<PluginProblem> problems, List<String> missing) {
        this.members = members.stream()
                .sorted(Comparator.comparing(member -> member.plugin().name()))
                .toList();
        this.problems = List.copyOf(problems);
        this.missing = List.copyOf(missing);
        providers = sorted(HostedProvider.class);
        connectors = sorted(HostedConnector.class);
        extensions = extensions()
                .collect(Collectors.toUnmodifiableMap(
                        extension -> extension.spec().id(), Function.identity()));
    }

    static Roster empty() {
        return new Roster(List.of(), List.of(), List.of());
    }

    /**
     * A plugin that is there.
     *
     * @param files what it was made of
     * @param refused the files that were to replace it, and why they were not taken
     */
    record Member(HostedPlugin plugin, Fingerprint files, Optional<Refused> refused) {

        PluginStatus status() {
            PluginStatus status = plugin.status();
            return refused.map(Refused::problem).map(status::with).orElse(status);
        }

        Member of(Fingerprint same) {
            return new Member(plugin, same, Optional.empty());
        }

        Member refusing(Fingerprint other, String why) {
            PluginProblem problem = new PluginProblem(
                    Severity.ERROR,
                    plugin.name(),
                    Phase.REPLACE,
                    "what has replaced it in the folder can't be used, and it goes on as it was: " + why);
            return new Member(plugin, files, Optional.of(new Refused(other, problem)));
        }
    }

    /** A replacement that was not taken. */
    record Refused(Fingerprint files, PluginProblem problem) {}

    private <E extends HostedExtension> List<E> sorted(Class<E> kind) {
        return extensions()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(Comparator.comparing(extension -> extension.spec().id()))
                .toList();
    }

    List<Member> members() {
        return members;
    }

    Optional<Member> member(String name) {
        return members.stream()
                .filter(member -> member.plugin().name().equals(name))
                .findFirst();
    }

    boolean has(HostedPlugin plugin) {
        return members.stream().anyMatch(member -> member.plugin() == plugin);
    }

    List<HostedProvider> providers() {
        return providers;
    }

    List<HostedConnector> connectors() {
        return connectors;
    }

    Stream<HostedExtension> extensions() {
        return members.stream().flatMap(member -> member.plugin().extensions().stream());
    }

    Optional<HostedExtension> find(String id) {
        return Optional.ofNullable(extensions.get(id));
    }

    boolean isFromFolder() {
        return members.stream().anyMatch(member -> member.plugin().isFromFolder());
    }

    boolean isContested() {
        return members.stream().anyMatch(member -> member.plugin().isContested());
    }

    List<PluginProblem> problems() {
        return problems;
    }

    List<String> missing() {
        return missing;
    }
}
