package io.indago.local.chaos;

/**
 * What accounting has of one lookup.
 *
 * @param stage 0 started, 1 interrupted, 2 completed
 * @param providers how many providers it has a row of
 * @param calls how many calls to them it counted
 * @param backwards whether it ended before it began, or asked a provider for less than no time
 */
record Row(String id, String value, int stage, int providers, int calls, boolean backwards) {

    boolean completed() {
        return stage == 2;
    }

    boolean interrupted() {
        return stage == 1;
    }
}
