package io.indago.routes.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.LookupResult;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.FakeProvider;
import io.indago.routes.Samples;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.AccountingEvent.Lookup;
import io.indago.routes.accounting.AccountingEvent.Stage;
import io.indago.routes.accounting.AccountingRoutes;
import io.indago.routes.accounting.AccountingUnavailableException;
import io.indago.routes.accounting.LookupAccount;
import io.indago.routes.events.EnrichmentRoutes;
import io.indago.routes.events.JsonMapping;
import io.indago.routes.events.KafkaSettings;
import io.indago.routes.guard.ProviderGuards;
import io.indago.routes.provider.AnswerCache;
import io.indago.routes.provider.ProviderCall;
import io.indago.routes.provider.ProviderDirectory;
import io.indago.routes.provider.ProviderQuestion;
import io.indago.routes.provider.ProviderReport;
import io.indago.routes.provider.ProviderRoutes;
import io.indago.spi.Exposure;
import io.indago.spi.Pap;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Report;
import io.indago.spi.Tlp;
import io.indago.spi.VerdictClass;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lookup's way through all its routes, with Kafka's endpoints replaced by mocks. */
class LookupRoutesTest {
    private static final KafkaSettings KAFKA = new KafkaSettings("kafka.invalid:9092", 1 << 20, 100);
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "timer");
        thread.setDaemon(true);
        return thread;
    });
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration DEADLINE = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final ObjectMapper json = JsonMapping.mapper();
    private final ExecutorService elsewhere = Executors.newCachedThreadPool();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final List<AccountingEvent> recorded = new CopyOnWriteArrayList<>();
    private Optional<AccountingUnavailableException> logFailure = Optional.empty();

    @AfterEach
    void stop() {
        camel.stop();
        elsewhere.shutdownNow();
    }

    @Test
    void theLookupIsRecordedBeforeAnyProviderIsAsked() throws Exception {
        start(recording("alpha"), recording("bravo"), FakeProvider.silent("charlie"));
        lookUp(Samples.running(DEADLINE));

        assertThat(order).first().isEqualTo("recorded");
        assertThat(order).containsExactlyInAnyOrder("recorded", "alpha", "bravo");
        AccountingEvent started = recorded.get(0);
        assertThat(started.stage()).isEqualTo(Stage.STARTED);
        assertThat(started.id()).isEqualTo(Samples.ID);
        assertThat(started.lookup()).get().satisfies(lookup -> {
            assertThat(lookup.value()).isEqualTo(Samples.ADDRESS);
            assertThat(lookup.asked()).containsExactly("alpha", "bravo", "charlie");
            assertThat(lookup.verdict()).isEmpty();
            assertThat(lookup.providers()).isEmpty();
        });
    }

    @Test
    void nobodyIsAskedUnrecorded() throws Exception {
        FakeProvider provider = recording("alpha");
        logFailure = Optional.of(new AccountingUnavailableException("the buffer is full", new IllegalStateException()));
        start(provider);

        assertThatThrownBy(() -> lookUp(Samples.running(LONG))).isSameAs(logFailure.get());
        assertThat(provider.questions()).isEmpty();
        assertThat(published().getReceivedExchanges()).isEmpty();
    }

    @Test
    void providersAreAskedAtTheSameTime() throws Exception {
        int count = 12;
        CountDownLatch entered = new CountDownLatch(count);
        start(IntStream.range(0, count)
                .mapToObj(i -> FakeProvider.of(Samples.spec("p" + i), question -> {
                    entered.countDown();
                    return CompletableFuture.supplyAsync(() -> releasedBy(entered), elsewhere);
                }))
                .toArray(FakeProvider[]::new));
        Enrichment enrichment = lookUp(Samples.running(LONG));

        assertThat(enrichment.answered()).isEqualTo(count);
    }

    @Test
    void theQuestionIsTheRequestsOwn() throws Exception {
        FakeProvider provider = recording("alpha");
        start(provider);
        LookupRequest request = Samples.running(LONG);
        lookUp(request);

        assertThat(provider.questions())
                .containsExactly(new ProviderQuestion(
                        request.id().toString(),
                        Samples.CALLER,
                        request.indicator().indicator(),
                        Samples.ANYBODY,
                        request.deadline(),
                        false));
    }

    @Test
    void showsNothingToWhatHasTakenTheProvidersPlaceSinceAndRevealsMore() throws Exception {
        FakeProvider planned = recording("alpha");
        FakeProvider next = FakeProvider.of(
                Samples.specBuilder("alpha").exposure(Exposure.PUBLIC).build(),
                question -> new CompletableFuture<LookupResult>());
        AtomicReference<FakeProvider> current = new AtomicReference<>(planned);
        start(() -> List.of(current.get()), () -> current.set(next));

        Enrichment enrichment = lookUp(Samples.running(LONG));

        assertThat(planned.questions()).isEmpty();
        assertThat(next.questions()).isEmpty();
        assertThat(enrichment.reports()).singleElement().satisfies(report -> {
            assertThat(report.outcome().status()).isEqualTo(Status.NOT_ALLOWED);
            assertThat(report.outcome().reason()).startsWith("PAP:AMBER forbids it");
            assertThat(report.asked()).isFalse();
        });
    }

    @Test
    void answersWithPartialResultWhenOneProviderNeverCompletes() throws Exception {
        start(FakeProvider.scoring("alpha", 90), FakeProvider.silent("bravo"), FakeProvider.scoring("charlie", 80));
        long begun = System.nanoTime();
        Enrichment enrichment = lookUp(Samples.running(DEADLINE));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(took).isLessThan(DEADLINE.plusMillis(200));
        assertThat(enrichment.reports())
                .extracting(report -> report.outcome().status())
                .containsExactly(Status.HIT, Status.TIMEOUT, Status.HIT);
        assertThat(enrichment.verdict().verdict()).isEqualTo(VerdictClass.MALICIOUS);
        assertThat(enrichment.asked()).isEqualTo(3);
        assertThat(enrichment.answered()).isEqualTo(2);
    }

    @Test
    void refusedProvidersAreListedAndNeverAsked() throws Exception {
        FakeProvider unavailable = recording("bravo").unavailableBecause("no key: set BRAVO_KEY");
        start(FakeProvider.scoring("alpha", 5), unavailable);
        Enrichment enrichment = lookUp(Samples.running(LONG));

        assertThat(enrichment.reports()).extracting(ProviderReport::provider).containsExactly("alpha", "bravo");
        assertThat(enrichment.reports().get(1).outcome())
                .isEqualTo(Outcome.without(Status.SKIPPED, "no key: set BRAVO_KEY"));
        assertThat(enrichment.reports().get(1).asked()).isFalse();
        assertThat(unavailable.questions()).isEmpty();
        assertThat(recorded.get(0).lookup()).get().extracting(Lookup::asked).isEqualTo(List.of("alpha"));
    }

    @Test
    void anEmptyPlanIsAnsweredToo() throws Exception {
        start(recording("alpha").unavailableBecause("no key"));
        Enrichment enrichment = lookUp(Samples.running(LONG));

        assertThat(enrichment.reports()).hasSize(1);
        assertThat(enrichment.asked()).isZero();
        assertThat(enrichment.verdict().verdict()).isEqualTo(VerdictClass.UNKNOWN);
        assertThat(recorded).hasSize(1);
    }

    @Test
    void aHubWithoutProvidersAnswers() throws Exception {
        start();

        assertThat(lookUp(Samples.running(LONG)).reports()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "fails", "answers null"})
    void aBranchThatBreaksIsAReportAndNotAnException(String how) throws Exception {
        start(
                FakeProvider.scoring("alpha", 90),
                FakeProvider.of(Samples.spec("broken"), question -> switch (how) {
                    case "throws" -> throw new IllegalStateException("a bug of ours");
                    case "fails" -> CompletableFuture.failedStage(new IllegalStateException("a bug of ours"));
                    default -> CompletableFuture.completedStage(null);
                }),
                FakeProvider.scoring("zulu", 80));
        Enrichment enrichment = lookUp(Samples.running(LONG));

        assertThat(enrichment.reports())
                .extracting(ProviderReport::provider)
                .containsExactly("alpha", "broken", "zulu");
        assertThat(enrichment.reports().get(1).outcome().status()).isIn(Status.TIMEOUT, Status.ERROR);
        assertThat(enrichment.reports().get(1).asked()).isTrue();
        assertThat(enrichment.answered()).isEqualTo(2);
    }

    @Test
    void aProviderThatIsGoneByThenIsSkipped() throws Exception {
        CopyOnWriteArrayList<FakeProvider> present = new CopyOnWriteArrayList<>(List.of(recording("alpha")));
        start(() -> present, () -> present.clear());
        Enrichment enrichment = lookUp(Samples.running(LONG));

        assertThat(enrichment.reports()).singleElement().satisfies(report -> {
            assertThat(report.outcome().status()).isEqualTo(Status.SKIPPED);
            assertThat(report.asked()).isFalse();
        });
        assertThat(order).containsExactly("recorded");
    }

    @Test
    void whatBecameOfTheLookupIsNotedForTheRecord() throws Exception {
        start(FakeProvider.scoring("alpha", 90).inSandbox(), recording("bravo").unavailableBecause("no key"));
        AccountedRequest request = Samples.accounted();
        lookUp(Samples.running(LONG), request);

        AccountingEvent completed = request.completed(Samples.NOW, 200, 1234);
        assertThat(completed.stage()).isEqualTo(Stage.COMPLETED);
        assertThat(completed.lookup()).get().satisfies(lookup -> {
            assertThat(lookup.verdict()).contains("malicious");
            assertThat(lookup.asked()).containsExactly("alpha");
            assertThat(lookup.providers())
                    .containsExactly(
                            new AccountingEvent.Provider("alpha", true, "provider", true, "hit", 30, 1, 120, null),
                            new AccountingEvent.Provider("bravo", false, "none", false, "skipped", 0, 0, 0, null));
        });
        assertThat(recorded).hasSize(1);
    }

    @Test
    void everyEnrichmentIsPublishedKeyedByItsIndicator() throws Exception {
        start(FakeProvider.answering(
                "alpha", Report.hit("bad").opinion(90, 90).tags(List.of("tor")).build()));
        published().expectedMessageCount(1);
        lookUp(Samples.running(LONG));
        published().assertIsSatisfied();

        Exchange record = published().getExchanges().get(0);
        assertThat(record.getMessage().getHeader(KafkaConstants.KEY)).isEqualTo("ipv4:" + Samples.ADDRESS);
        assertThat(record.getMessage().getHeaders()).doesNotContainKeys("Authorization", "value");
        JsonNode document = json.readTree(record.getMessage().getBody(byte[].class));
        assertThat(document.at("/schema").asText()).isEqualTo("indago.enrichment.v1");
        assertThat(document.at("/verdict/class").asText()).isEqualTo("malicious");
        assertThat(document.at("/facts/tags/0/value").asText()).isEqualTo("tor");
    }

    @Test
    void whatIsPublishedHasNeitherTheOriginalNorCredentials() throws Exception {
        start(FakeProvider.scoring("alpha", 90));
        published().expectedMessageCount(1);
        LookupRequest url = new LookupRequest(
                Samples.ID,
                Samples.CALLER,
                Samples.parsed("hxxps://alice:h4nter2@münchen.example[.]com/a?q=1&token=h4nter2"),
                Tlp.AMBER,
                Pap.AMBER,
                Beginning.now(CLOCK),
                LONG,
                false);
        lookUp(url);
        published().assertIsSatisfied();

        String body = published().getExchanges().get(0).getMessage().getBody(String.class);
        assertThat(json.readTree(body).at("/indicator").has("original")).isFalse();
        assertThat(body).doesNotContain("h4nter2", "alice", "hxxps://alice");
        assertThat(published().getExchanges().get(0).getMessage().getHeader(KafkaConstants.KEY, String.class))
                .doesNotContain("h4nter2", "alice");
    }

    @Test
    void theAnswerDoesNotWaitForTheTopic() throws Exception {
        start(FakeProvider.scoring("alpha", 90));
        CountDownLatch answered = new CountDownLatch(1);
        CompletableFuture<Boolean> publishedAfterwards = new CompletableFuture<>();
        published()
                .whenAnyExchangeReceived(exchange -> publishedAfterwards.complete(answered.await(5, TimeUnit.SECONDS)));
        lookUp(Samples.running(LONG));
        answered.countDown();

        assertThat(publishedAfterwards).succeedsWithin(LONG).isEqualTo(true);
    }

    @Test
    void aLookupIsInFlightUntilItIsOver() throws Exception {
        List<Double> inFlight = new CopyOnWriteArrayList<>();
        start(FakeProvider.of(Samples.spec("alpha"), question -> {
            inFlight.add(meters.get("indago.lookup.inflight").gauge().value());
            return CompletableFuture.completedStage(FakeProvider.result(Outcome.of(Report.noData("never seen"))));
        }));
        lookUp(Samples.running(LONG));
        logFailure = Optional.of(new AccountingUnavailableException("the buffer is full", new IllegalStateException()));
        assertThatThrownBy(() -> lookUp(Samples.running(LONG))).isSameAs(logFailure.get());

        assertThat(inFlight).containsExactly(1.0);
        assertThat(meters.get("indago.lookup.inflight").gauge().value()).isZero();
        assertThat(meters.get("indago.lookup").tag("outcome", "unknown").timer().count())
                .isEqualTo(1);
    }

    @Test
    void metersCountWhoWasAskedAndWhoMustNotBe() throws Exception {
        ProviderSpec open = Samples.specBuilder("open").maxTlp(Tlp.CLEAR).build();
        start(FakeProvider.scoring("alpha", 90), FakeProvider.of(open, question -> null));
        lookUp(Samples.running(LONG));

        assertThat(meters.get("indago.provider.request").timers())
                .singleElement()
                .satisfies(timer -> {
                    assertThat(timer.getId().getTag("provider")).isEqualTo("alpha");
                    assertThat(timer.getId().getTag("outcome")).isEqualTo("hit");
                });
        assertThat(meters.get("indago.tlp.skipped")
                        .tag("provider", "open")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private FakeProvider recording(String id) {
        return FakeProvider.of(Samples.spec(id), question -> {
            order.add(id);
            return CompletableFuture.completedStage(FakeProvider.result(Outcome.of(Report.noData("never seen"))));
        });
    }

    private static LookupResult releasedBy(CountDownLatch latch) {
        try {
            boolean released = latch.await(5, TimeUnit.SECONDS);
            return FakeProvider.result(
                    released
                            ? Outcome.of(Report.noData("never seen"))
                            : Outcome.without(Status.TIMEOUT, "asked one after the other"));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Enrichment lookUp(LookupRequest request) throws Exception {
        return lookUp(request, Samples.accounted());
    }

    private Enrichment lookUp(LookupRequest request, AccountedRequest accounted) throws Exception {
        Exchange exchange = camel.createFluentProducerTemplate()
                .withBody(request)
                .withHeader("Authorization", "Bearer of the caller")
                .withHeader("value", "what the caller sent")
                .withExchangeProperty(AccountedRequest.PROPERTY, accounted)
                .to(LookupRoutes.LOOKUP)
                .send();
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange.getMessage().getMandatoryBody(Enrichment.class);
    }

    private MockEndpoint published() {
        return camel.getEndpoint("mock:published", MockEndpoint.class);
    }

    private void start(FakeProvider... providers) throws Exception {
        start(FakeProvider.directory(providers), () -> {});
    }

    private void start(ProviderDirectory directory, Runnable onRecorded) throws Exception {
        LookupAccount account = new LookupAccount(event -> {
            if (logFailure.isPresent()) {
                throw logFailure.get();
            }
            order.add("recorded");
            recorded.add(event);
            onRecorded.run();
        });
        Enricher enricher = new Enricher(VerdictPolicy.standard());
        camel.addRoutes(new LookupRoutes(new LookupPlanner(directory, CLOCK), enricher, new LookupMetrics(meters)));
        ProviderRoutes providers = new ProviderRoutes(
                directory, new ProviderCall(directory, new ProviderGuards(CLOCK), new AnswerCache(0), TIMER, CLOCK));
        camel.addRoutes(providers);
        camel.addTemplatedRoutes(providers);
        camel.addRoutes(new AccountingRoutes(account));
        camel.addRoutes(new EnrichmentRoutes(KAFKA, json));
        AdviceWith.adviceWith(camel, "enrichments.publish", route -> route.weaveById("enrichments.publish.kafka")
                .replace()
                .to("mock:published"));
        // The copies for the topic may still be on their way when a test ends.
        camel.getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
        camel.getShutdownStrategy().setTimeout(50);
        camel.start();
    }
}
