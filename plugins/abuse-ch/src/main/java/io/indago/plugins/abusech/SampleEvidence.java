package io.indago.plugins.abusech;

import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known about a sample, the strongest first. */
record SampleEvidence(JsonView sample, VendorIntel vendors) {

    List<Evidence> pieces() {
        return Stream.of(
                        Texts.evidence(sample, "signature", "MalwareBazaar calls it ", "/signature"),
                        Evidence.listing("vendors", "vendors say ", vendors.opinions()),
                        Evidence.listing("yara", "matches the YARA rules ", names("/yara_rules", "/rule_name")),
                        Evidence.listing(
                                "clamav",
                                "ClamAV calls it ",
                                sample.at("/intelligence/clamav").texts()),
                        Texts.evidence(sample, "delivery", "delivered by ", "/delivery_method"),
                        fileType(),
                        Texts.evidence(sample, "name", "seen as ", "/file_name"),
                        Evidence.listing("signed", "signed by ", names("/code_sign", "/subject_cn")),
                        Texts.evidence(sample, "reporter", "reported by ", "/reporter"),
                        Texts.evidence(sample, "origin", "first seen in ", "/origin_country"),
                        Texts.evidence(sample, "comment", "its reporter says: ", "/comment"))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Evidence> fileType() {
        return Texts.at(sample, "/file_type").map(type -> {
            long size = sample.integerAt("/file_size", 0);
            return Evidence.of("file-type", size > 0 ? type + ", " + size + " bytes" : type)
                    .value(type);
        });
    }

    private List<String> names(String list, String name) {
        return sample.at(list).items().stream()
                .flatMap(item -> item.at(name).text().stream())
                .toList();
    }
}
