package io.indago.local.chaos;

/**
 * What accounting has of one lookup.
 *
 * @param completed whether it knows how the lookup ended
 * @param providers how many providers it has a row of
 * @param calls how many calls to them it counted
 */
record Row(String id, String value, boolean completed, int providers, int calls) {}
