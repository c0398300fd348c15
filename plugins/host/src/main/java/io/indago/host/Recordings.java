package io.indago.host;

import java.util.List;

/** Keeps what was called and replied, and answers from it. The host asks for a port of its own for each run. */
public interface Recordings {

    /** What is done for all, besides what the settings of one say. */
    enum Mode {
        /** Nothing. */
        OFF,
        /** What is live is recorded. */
        RECORD,
        /** Nothing leaves: all calls are answered from recordings. */
        REPLAY
    }

    /** What is done for all. */
    Mode mode();

    /** What went wrong with them, in sentences. */
    List<String> problems();

    /** Makes the calls of one run through that port and records the replies, without the scrubber's secrets. */
    HttpPort recording(HttpPort http, Scrubber scrubber);

    /** Answers the calls of one run from recordings and sends nothing; {@link HttpFailure} where there is none. */
    HttpPort replaying(Scrubber scrubber);
}
