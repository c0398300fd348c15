package io.indago.host;

import io.indago.host.PluginProblem.Phase;
import io.indago.host.PluginProblem.Severity;
import io.indago.host.Roster.Member;
import io.indago.spi.ExtensionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes of the plugins there are and the files found those there are to be. What has not changed stays; what has is
 * loaded beside what runs, and takes its place only when it can do what that can.
 */
final class Rescan {
    private final HostServices services;
    private final HostLimits limits;
    private final AllowList allowed;
    private final Roster before;
    private final List<Member> settled = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();

    Rescan(HostServices services, HostLimits limits, Roster before) {
        this.services = services;
        this.limits = limits;
        this.before = before;
        allowed = new AllowList(services.config().allowList());
    }

    /** A plugin from files that are new, and the one it is to replace. */
    private record Arrival(HostedPlugin plugin, Fingerprint files, Optional<Member> predecessor) {

        Member member() {
            return new Member(plugin, files, Optional.empty());
        }
    }

    /**
     * The plugins there are to be.
     *
     * @param again whether to try once more what could not be used before, though its files are the same
     */
    Roster of(List<PluginBundle> bundles, Copies copies, boolean again) {
        before.members().stream()
                .filter(member -> !member.plugin().isFromFolder())
                .forEach(settled::add);
        bundles.forEach(bundle -> sort(bundle, copies, again));
        return settle();
    }

    /** Those that come from no folder, alone. */
    Roster own(List<HostedPlugin> plugins) {
        plugins.forEach(plugin -> arrivals.add(new Arrival(plugin, new Fingerprint(List.of()), Optional.empty())));
        return settle();
    }

    private Roster settle() {
        services.threads().forEach(arrivals, arrival -> arrival.plugin().doing(Phase.LOAD, HostedPlugin::load));
        Map<String, String> owners = new TreeMap<>();
        Stream.concat(settled.stream(), arrivals.stream().flatMap(each -> each.predecessor().stream()))
                .forEach(member -> member.plugin()
                        .specs()
                        .forEach(spec -> owners.put(spec.id(), member.plugin().name())));
        arrivals.stream()
                .sorted((one, other) -> Boolean.compare(
                        other.predecessor().isPresent(), one.predecessor().isPresent()))
                .forEach(arrival -> arrival.plugin().claim(owners));
        Configuration configuration = new Configuration(services.config(), specs());
        services.threads().forEach(arrivals, arrival -> arrival.plugin()
                .doing(Phase.CONFIGURE, each -> each.start(configuration::resolve, services)));
        arrivals.forEach(arrival -> settled.add(decided(arrival)));
        return roster(configuration);
    }

    private void sort(PluginBundle bundle, Copies copies, boolean again) {
        Optional<Member> known = before.member(bundle.name());
        Fingerprint files = Fingerprint.of(bundle);
        if (known.isPresent() && !isToBeTried(known.get(), files, again)) {
            settled.add(files.equals(known.get().files()) ? known.get().of(files) : known.get());
            return;
        }
        HostedPlugin plugin = new HostedPlugin(
                PluginSource.Copied.of(
                        bundle,
                        copies.next(bundle.name()),
                        ApiVersion.ours(),
                        allowed,
                        services.config().descriptors()),
                limits);
        if (known.isPresent()
                && !known.get().plugin().mayDoMore()
                && plugin.isMadeOf(known.get().plugin())) {
            plugin.close();
            settled.add(known.get().of(files));
        } else {
            arrivals.add(new Arrival(plugin, files, known));
        }
    }

    private static boolean isToBeTried(Member known, Fingerprint files, boolean again) {
        boolean isKnown = files.equals(known.files())
                || known.refused().map(refused -> refused.files().equals(files)).orElse(false);
        return !isKnown
                || known.plugin().isContested()
                || again && (known.refused().isPresent() || known.plugin().mayDoMore());
    }

    /** The arrival, unless what is there can do more, or just the same. */
    private static Member decided(Arrival arrival) {
        if (arrival.predecessor().isEmpty()) {
            return arrival.member();
        }
        Member there = arrival.predecessor().get();
        Succession succession = new Succession(there.plugin(), arrival.plugin());
        Optional<String> objection = succession.objection();
        if (objection.isEmpty() && succession.isChange()) {
            return arrival.member();
        }
        arrival.plugin().close();
        return objection.map(why -> there.refusing(arrival.files(), why)).orElseGet(() -> there.of(arrival.files()));
    }

    private List<ExtensionSpec> specs() {
        return Stream.concat(
                        settled.stream().map(Member::plugin), arrivals.stream().map(Arrival::plugin))
                .flatMap(plugin -> plugin.specs().stream())
                .toList();
    }

    private Roster roster(Configuration configuration) {
        List<PluginProblem> problems = configuration.strangers().stream()
                .map(message -> new PluginProblem(Severity.ERROR, "", Phase.CONFIGURE, message))
                .toList();
        List<HostedExtension> extensions = settled.stream()
                .flatMap(member -> member.plugin().extensions().stream())
                .toList();
        return new Roster(settled, problems, configuration.missing(extensions));
    }
}
