package io.indago.host;

import io.indago.host.PluginProblem.Phase;
import io.indago.host.PluginProblem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that is wrong with one plugin: what was found, and what its threads show now. */
final class PluginProblems {
    private final PluginSource source;
    private final HostLimits limits;
    private final PluginThreads threads;
    private final List<PluginProblem> found = new CopyOnWriteArrayList<>();

    PluginProblems(PluginSource source, HostLimits limits, PluginThreads threads) {
        this.source = source;
        this.limits = limits;
        this.threads = threads;
    }

    void error(Phase phase, String message) {
        found.add(new PluginProblem(Severity.ERROR, source.name(), phase, message));
    }

    void warning(Phase phase, String message) {
        found.add(new PluginProblem(Severity.WARNING, source.name(), phase, message));
    }

    /** What was found, without what its threads show. */
    List<PluginProblem> found() {
        return List.copyOf(found);
    }

    /**
     * All, as of now.
     *
     * @param phase how far the plugin is
     */
    List<PluginProblem> now(Phase phase) {
        List<PluginProblem> all = new ArrayList<>(found);
        threads.mistakes()
                .sentences()
                .forEach(sentence -> all.add(new PluginProblem(Severity.WARNING, source.name(), Phase.RUN, sentence)));
        OwnThreads.complaint(source.loader())
                .map(sentence -> new PluginProblem(Severity.WARNING, source.name(), phase, sentence))
                .ifPresent(all::add);
        if (threads.overruns() > 0) {
            Severity severity = threads.isStuck() ? Severity.ERROR : Severity.WARNING;
            all.add(new PluginProblem(severity, source.name(), Phase.RUN, overruns()));
        }
        return all;
    }

    private String overruns() {
        return "its own code ran past the deadline " + Mistakes.times(threads.overruns()) + ", and holds "
                + threads.stuck() + " of its " + limits.threads()
                + " threads now: make calls and pauses steps, and end loops by LookupContext.timeLeft()";
    }
}
