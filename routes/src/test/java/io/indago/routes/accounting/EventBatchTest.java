package io.indago.routes.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.Samples;
import io.indago.routes.accounting.EventBatch.Poison;
import io.indago.routes.accounting.EventStore.RefusedEventException;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.events.JsonMapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventBatchTest {
    private final ObjectMapper json = JsonMapping.mapper();
    private final List<UUID> stored = new ArrayList<>();
    private int calls;

    @Test
    void aGoodBatchIsStoredAtOnce() throws Exception {
        assertThat(batch(Set.of()).store(records(5))).isEmpty();

        assertThat(stored).containsExactlyElementsOf(ids(5));
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void anEmptyBatchDoesNotBotherTheStore() throws Exception {
        assertThat(batch(Set.of()).store(List.of())).isEmpty();

        assertThat(calls).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "8, 0", "8, 3", "8, 7", "500, 499", "500, 250", "7, 2 4", "8, 0 1 2 3 4 5 6 7"})
    void whatTheStoreRefusesIsFoundAndTheRestIsStored(int size, String refused) throws Exception {
        Set<Integer> poisonous =
                Arrays.stream(refused.split(" ")).map(Integer::valueOf).collect(Collectors.toSet());
        List<byte[]> records = records(size);
        List<Poison> poison = batch(poisonous).store(records);

        assertThat(poison)
                .extracting(Poison::record)
                .containsExactlyElementsOf(
                        poisonous.stream().sorted().map(records::get).toList());
        assertThat(poison).extracting(Poison::reason).containsOnly("refused: no such month");
        List<UUID> good = new ArrayList<>(ids(size));
        good.removeAll(poisonous.stream().map(EventBatchTest::id).toList());
        assertThat(stored).containsExactlyElementsOf(good);
    }

    @Test
    void onePoisonousRecordIsFoundByHalving() throws Exception {
        batch(Set.of(300)).store(records(512));

        assertThat(calls).isEqualTo(1 + 2 * 9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "no json",
                "{",
                "[]",
                "42",
                "{}",
                "{\"schema\":\"indago.accounting.v2\",\"id\":\"0193a1b2-0000-7000-8000-000000000001\"}",
                "{\"schema\":\"indago.accounting.v1\"}",
                "{\"schema\":\"indago.accounting.v1\",\"id\":\"no uuid\"}",
                "{\"schema\":\"indago.accounting.v1\",\"id\":\"0193a1b2-0000-7000-8000-000000000001\",\"stage\":\"paused\"}",
                "{\"schema\":\"indago.accounting.v1\",\"id\":\"0193a1b2-0000-7000-8000-000000000001\"}",
                "{\"schema\":\"indago.accounting.v1\",\"id\":\"0193a1b2-0000-7000-8000-000000000001\",\"stage\":\"started\"}"
            })
    void whatCantBeReadIsPoisonAndTheRestIsStored(String unreadable) throws Exception {
        byte[] bad = unreadable.getBytes(StandardCharsets.UTF_8);
        List<Poison> poison = batch(Set.of()).store(List.of(record(0), bad, record(1)));

        assertThat(poison).singleElement().satisfies(found -> {
            assertThat(found.record()).isSameAs(bad);
            assertThat(found.reason()).startsWith("unreadable: ");
        });
        assertThat(stored).containsExactly(id(0), id(1));
    }

    @Test
    void aRecordWithoutAValueIsPoison() throws Exception {
        List<Poison> poison = batch(Set.of()).store(Arrays.asList(record(0), null));

        assertThat(poison).hasSize(1);
        assertThat(stored).containsExactly(id(0));
    }

    @Test
    void membersOfALaterVersionAreTolerated() throws Exception {
        String later = new String(record(0), StandardCharsets.UTF_8).replaceFirst("\\{", "{\"region\":\"eu\",");
        assertThat(batch(Set.of()).store(List.of(later.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();

        assertThat(stored).containsExactly(id(0));
    }

    @Test
    void aStoreThatIsDownIsNobodysPoison() throws Exception {
        StoreUnavailableException down = new StoreUnavailableException("down", new IllegalStateException());
        EventBatch<AccountingEvent> batch = new EventBatch<>(AccountingEvent.reader(json), events -> {
            throw down;
        });
        List<byte[]> records = records(3);

        assertThatThrownBy(() -> batch.store(records)).isSameAs(down);
    }

    @Test
    void aStoreThatGoesDownWhileHalvingIsTriedAgainWithTheWholeBatch() throws Exception {
        EventBatch<AccountingEvent> batch = new EventBatch<>(AccountingEvent.reader(json), events -> {
            if (++calls == 2) {
                throw new StoreUnavailableException("down", new IllegalStateException());
            }
            refuse(events, Set.of(1));
        });
        List<byte[]> records = records(4);

        assertThatThrownBy(() -> batch.store(records)).isInstanceOf(StoreUnavailableException.class);
        assertThat(batch.store(records)).hasSize(1);
        assertThat(Set.copyOf(stored)).containsExactlyInAnyOrder(id(0), id(2), id(3));
    }

    private EventBatch<AccountingEvent> batch(Set<Integer> poisonous) {
        return new EventBatch<>(AccountingEvent.reader(json), events -> {
            calls++;
            refuse(events, poisonous);
        });
    }

    private void refuse(List<AccountingEvent> events, Set<Integer> poisonous) throws RefusedEventException {
        List<UUID> ids = events.stream().map(AccountingEvent::id).toList();
        if (poisonous.stream().anyMatch(poison -> ids.contains(id(poison)))) {
            throw new RefusedEventException("no such month", new IllegalStateException());
        }
        stored.addAll(ids);
    }

    private List<byte[]> records(int count) throws Exception {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(record(i));
        }
        return records;
    }

    private byte[] record(int number) throws Exception {
        AccountingEvent sample = Samples.accounted().completed(Samples.NOW, 200, 17);
        return json.writeValueAsBytes(new AccountingEvent(
                sample.schema(),
                sample.stage(),
                id(number),
                sample.startedAt(),
                sample.at(),
                sample.subject(),
                sample.username(),
                sample.client(),
                sample.authenticatedAt(),
                sample.request(),
                sample.lookup(),
                sample.answer()));
    }

    private static List<UUID> ids(int count) {
        return IntStream.range(0, count).mapToObj(EventBatchTest::id).toList();
    }

    private static UUID id(int number) {
        return new UUID(0x0193a1b200007000L, 0x8000000000000000L + number);
    }
}
