package io.indago.plugins.abusech;

import io.indago.testkit.RecordedBodies;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {

    @TestFactory
    Stream<DynamicTest> readsWhatThreatFoxReallySent() {
        return RecordedBodies.tests("threatfox", ThreatFoxBodies::check);
    }

    @TestFactory
    Stream<DynamicTest> readsWhatUrlHausReallySent() {
        return RecordedBodies.tests("urlhaus", UrlHausBodies::check);
    }
}
