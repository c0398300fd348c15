package io.indago.plugins.opencti;

import static java.util.Objects.requireNonNull;

import io.indago.spi.ErrorKind;
import io.indago.spi.Health;
import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.spi.Step;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Searches OpenCTI's observables for an indicator, page by page, a few at most. */
final class OpenCtiProvider implements Provider {
    private static final int PAGE = 50;
    private static final int PAGES = 3;
    private static final String THREATS = """
            stixCoreRelationships(first: 20) {
              edges {
                node {
                  to {
                    __typename
                    ... on Malware { name }
                    ... on Tool { name }
                    ... on IntrusionSet { name }
                    ... on ThreatActorGroup { name }
                    ... on ThreatActorIndividual { name }
                    ... on AttackPattern { x_mitre_id }
                  }
                }
              }
            }
            """;
    private static final String QUERY = """
            query IndagoLookup($filters: FilterGroup, $first: Int, $after: ID) {
              stixCyberObservables(filters: $filters, first: $first, after: $after) {
                edges {
                  node {
                    id
                    observable_value
                    x_opencti_score
                    x_opencti_description
                    created_at
                    updated_at
                    createdBy { ... on Identity { name } }
                    objectMarking { definition }
                    objectLabel { value }
                    ... on StixFile { hashes { algorithm hash } }
                    indicators(first: 20) {
                      edges {
                        node {
                          name
                          pattern
                          valid_from
                          valid_until
                          revoked
                          x_opencti_score
                          objectLabel { value }
                          %1$s
                        }
                      }
                    }
                    reports(first: 20) { edges { node { name published } } }
                    %1$s
                  }
                }
                pageInfo { hasNextPage endCursor }
              }
            }
            """.formatted(THREATS);

    private final OpenCtiServer server;
    private final String ownPrefix;
    private final Clock clock;

    OpenCtiProvider(OpenCtiServer server, String ownPrefix, Clock clock) {
        this.server = requireNonNull(server, "server");
        this.ownPrefix = requireNonNull(ownPrefix, "ownPrefix");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        return page(indicator, 1, "", List.of());
    }

    private Step<Report> page(Indicator indicator, int page, String after, List<FoundObservable> before) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("filters", ObservableType.of(indicator).filter(indicator));
        variables.put("first", PAGE);
        if (!after.isEmpty()) {
            variables.put("after", after);
        }
        return server.ask(QUERY, variables, data -> {
            JsonView found = data.at("/stixCyberObservables");
            if (found.at("/edges").kind() != JsonView.Kind.ARRAY) {
                throw ProviderException.of(
                        ErrorKind.BAD_REPLY, "OpenCTI's reply has no array at /data/stixCyberObservables/edges");
            }
            List<FoundObservable> all = new ArrayList<>(before);
            GraphQl.nodes(found).stream()
                    .map(FoundObservable::new)
                    .filter(observable -> observable.isAbout(indicator))
                    .forEach(all::add);
            String next = found.textAt("/pageInfo/endCursor", "");
            boolean more = found.at("/pageInfo/hasNextPage").flag().orElse(false);
            return more && !next.isEmpty() && page < PAGES
                    ? page(indicator, page + 1, next, all)
                    : Step.done(OpenCtiReport.of(all, server, ownPrefix, clock.instant()));
        });
    }

    @Override
    public Step<Health> health(LookupContext context) {
        return server.health();
    }
}
