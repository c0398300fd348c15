package io.indago.plugins.opencti;

/**
 * How the operator wants pushes.
 *
 * @param labelPrefix how the labels that are Indago's own begin
 * @param indicators whether what is malicious becomes an indicator, for others to detect it
 * @param related how many related indicators a note tells at most
 */
record PushSettings(String labelPrefix, boolean indicators, int related) {}
