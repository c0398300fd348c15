package io.indago.plugins.misp;

import io.indago.spi.Tlp;

/**
 * How the operator wants events.
 *
 * @param distribution who sees them: MISP's number
 * @param ipType the type of addresses
 * @param tagPrefix the namespace of the tags that are Indago's own
 * @param related how many related indicators one gets at most
 */
record PushSettings(int distribution, String ipType, String tagPrefix, boolean publish, int related) {

    /** What may not leave the organisation is for the organisation alone, whatever else is set. */
    int distribution(Tlp tlp) {
        return isConfined(tlp) ? 0 : distribution;
    }

    static boolean isConfined(Tlp tlp) {
        return tlp.compareTo(Tlp.AMBER_STRICT) >= 0;
    }
}
