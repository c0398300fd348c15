package io.indago.local.realm;

/**
 * One thing that is not as the file says, and how it becomes so.
 *
 * @param what which thing, and what of it
 * @param change makes it so; runs on the caller's thread and throws {@link RealmException}
 */
record Step(String what, Runnable change) {}
