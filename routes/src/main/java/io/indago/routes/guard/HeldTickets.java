package io.indago.routes.guard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The calls that were granted and have not left. Guarded by whoever has it. */
final class HeldTickets {
    private final Set<HeldTicket> waiting = new LinkedHashSet<>();

    /** A call in all of these windows; empty when there is none in one of them. */
    Optional<QuotaTicket> grant(List<Holding> windows, QuotaHoldings holdings) {
        if (windows.stream().anyMatch(held -> held.free() == 0)) {
            return Optional.empty();
        }
        windows.forEach(Holding::take);
        HeldTicket ticket = new HeldTicket(windows, holdings);
        waiting.add(ticket);
        return Optional.of(ticket);
    }

    /**
     * That call counts in these windows, and no more in those it was granted in. Where a window has no other call left, it
     * takes the one of whoever came last and waits like it, and will need a later window.
     */
    boolean leaves(HeldTicket ticket, List<Holding> windows) {
        waiting.remove(ticket);
        List<Holding> missing = without(windows, ticket.parts());
        if (missing.stream().anyMatch(held -> held.free() == 0 && lastWith(held).isEmpty())) {
            return false;
        }
        missing.forEach(held -> {
            if (held.free() == 0) {
                HeldTicket last = lastWith(held).orElseThrow();
                last.has(without(last.parts(), List.of(held)));
            } else {
                held.take();
            }
        });
        without(ticket.parts(), windows).forEach(Holding::putBack);
        ticket.has(windows);
        return true;
    }

    /** That call is over, or will not be made; whether there are more calls now. */
    boolean putBack(HeldTicket ticket, Predicate<Holding> isUnseen) {
        waiting.remove(ticket);
        List<Holding> unseen = ticket.parts().stream().filter(isUnseen).toList();
        unseen.forEach(Holding::putBack);
        ticket.has(List.of());
        return !unseen.isEmpty();
    }

    private Optional<HeldTicket> lastWith(Holding held) {
        return waiting.stream().filter(ticket -> ticket.parts().contains(held)).reduce((one, later) -> later);
    }

    private static List<Holding> without(List<Holding> all, List<Holding> others) {
        List<Holding> rest = new ArrayList<>(all);
        rest.removeAll(others);
        return rest;
    }
}
