package io.indago.routes.lookup;

import io.indago.routes.provider.ProviderReport;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects the branches' reports in a {@link ReportSet}. A branch that failed, which only a mistake of ours can make it
 * do, contributes nothing here and is found missing later.
 */
final class ReportAggregation implements AggregationStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(ReportAggregation.class);

    @Override
    public Exchange aggregate(Exchange collected, Exchange branch) {
        ReportSet reports =
                collected == null ? ReportSet.EMPTY : collected.getMessage().getBody(ReportSet.class);
        Object said = branch.getMessage().getBody();
        if (branch.getException() != null || !(said instanceof ProviderReport)) {
            LOG.atError().setCause(branch.getException()).log("A provider branch brought no report");
        } else {
            reports = reports.plus((ProviderReport) said);
        }
        branch.setException(null);
        branch.getMessage().setBody(reports);
        return branch;
    }
}
