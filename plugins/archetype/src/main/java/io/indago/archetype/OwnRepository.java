package io.indago.archetype;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The Maven repository a plugin's project brings along, as nothing of ours is on Maven Central. Its artefacts' version
 * names their content: so Maven may keep what it has seen of it for ever, and never takes it for that of another checkout.
 */
record OwnRepository(List<Artefact> artefacts, String version) {
    private static final int SHOWN_BYTES = 5;

    static OwnRepository of(Checkout checkout) throws IOException {
        List<Artefact> artefacts = Artefact.of(checkout);
        MessageDigest digest = sha256();
        for (Artefact artefact : artefacts) {
            artefact.digest(digest);
        }
        String content = HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
        return new OwnRepository(artefacts, Checkout.version().replace("-SNAPSHOT", "") + "-" + content);
    }

    void store(Path folder) throws IOException {
        for (Artefact artefact : artefacts) {
            artefact.store(folder, version);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
