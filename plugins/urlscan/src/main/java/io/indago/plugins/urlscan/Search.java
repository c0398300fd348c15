package io.indago.plugins.urlscan;

import io.indago.spi.ErrorKind;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.util.List;

/**
 * What a search found.
 *
 * @param scans the newest first, at most a page of them
 * @param total how many there are in all; 10,000 stands for any more
 * @param complete whether these are all
 */
record Search(List<Scan> scans, long total, boolean complete) {

    /** @throws ProviderException when it is no reply to a search */
    static Search of(JsonView body) {
        JsonView results = body.at("/results");
        if (results.kind() != JsonView.Kind.ARRAY) {
            throw UrlscanError.of("its reply to the search has no array at /results", body);
        }
        List<Scan> scans = results.items().stream()
                .filter(row -> row.kind() == JsonView.Kind.OBJECT)
                .map(Scan::new)
                .toList();
        if (scans.isEmpty() && !results.items().isEmpty()) {
            throw ProviderException.of(
                    ErrorKind.BAD_REPLY, "urlscan.io's reply to the search has no objects at /results");
        }
        long total = Math.max(scans.size(), body.integerAt("/total", 0));
        return new Search(scans, total, !body.at("/has_more").flag().orElse(false) && total == scans.size());
    }
}
