package io.indago.plugins.opencti;

import io.indago.spi.JsonView;
import java.util.Optional;

/** Our note as OpenCTI has it. */
record StoredNote(String id, NoteText text) {

    /** Empty when there is none. */
    static Optional<StoredNote> found(JsonView data) {
        return GraphQl.text(data, "/note/id")
                .map(id -> new StoredNote(id, new NoteText(data.textAt("/note/content", ""))));
    }
}
