package io.indago.routes.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A ledger in memory that can go away, answer late, and give little at a time. */
public final class FakeLedger implements QuotaLedger {
    private final Clock clock;
    private final Map<QuotaWindow, Long> leased = new HashMap<>();
    private final List<Runnable> unanswered = new ArrayList<>();
    private long block = Long.MAX_VALUE;
    private int replicas = 1;
    private Duration ahead = Duration.ZERO;
    private boolean away;
    private boolean late;

    public FakeLedger(Clock clock) {
        this.clock = clock;
    }

    public void share(long mostAtOnce) {
        block = mostAtOnce;
    }

    public void aheadFor(Duration time) {
        ahead = time;
    }

    public void others(int count) {
        replicas = 1 + count;
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    public void hold() {
        late = true;
    }

    public void answer() {
        late = false;
        List.copyOf(unanswered).forEach(Runnable::run);
        unanswered.clear();
    }

    /** Of the window that begins as many windows from now. */
    public long leased(int windows) {
        Instant now = clock.instant();
        return leased.entrySet().stream()
                .filter(entry -> QuotaWindow.at(
                                entry.getKey().key(),
                                entry.getKey().length(),
                                now.plus(entry.getKey().length().multipliedBy(windows)))
                        .equals(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public Time time() {
        return Time.of(clock.instant());
    }

    @Override
    public CompletionStage<Lease> lease(QuotaWindow window, long limit) {
        return asked(window, limit, block);
    }

    @Override
    public CompletionStage<Lease> look(QuotaWindow window, long limit) {
        return asked(window, limit, 0);
    }

    private CompletionStage<Lease> asked(QuotaWindow window, long limit, long most) {
        CompletableFuture<Lease> answer = new CompletableFuture<>();
        if (late) {
            unanswered.add(() -> answer(answer, window, limit, most));
        } else {
            answer(answer, window, limit, most);
        }
        return answer;
    }

    private void answer(CompletableFuture<Lease> answer, QuotaWindow window, long limit, long most) {
        if (away) {
            answer.completeExceptionally(new IllegalStateException("away"));
            return;
        }
        long before = leased.getOrDefault(window, 0L);
        long calls = Math.min(most, Math.max(0, limit - before));
        leased.put(window, before + calls);
        answer.complete(new Lease(calls, before + calls));
    }

    @Override
    public void giveBack(QuotaWindow window, long calls) {
        leased.merge(window, -calls, Long::sum);
    }

    @Override
    public int replicas() {
        return replicas;
    }

    @Override
    public Duration ahead() {
        return ahead;
    }
}
