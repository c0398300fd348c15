package io.indago.hub.selfcheck;

import io.indago.routes.api.SelfCheckDocument.Finding;
import java.util.List;

/** One look at how the hub runs. May take seconds. */
@FunctionalInterface
interface Check {

    /** What is to be said; that it could not be looked at is a finding as well. */
    List<Finding> findings();
}
