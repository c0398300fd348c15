package io.indago.local.realm;

import java.util.List;

/** One kind of thing in a realm. */
interface Aspect {

    /** What of it is not as the file says, in the order in which it has to be changed. */
    List<Step> steps(RealmFile file, KeycloakAdmin admin);
}
