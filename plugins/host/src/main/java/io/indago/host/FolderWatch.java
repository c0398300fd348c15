package io.indago.host;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks at the names, sizes and times of a folder's files every so often. A change counts once it is the same twice, so
 * that nobody loads the half of a file that is being copied.
 */
final class FolderWatch {
    private static final Logger LOG = System.getLogger(FolderWatch.class.getName());

    private final Path folder;
    private final Duration interval;
    private final HostThreads threads;
    private final Runnable changed;
    private Map<String, Fingerprint> told = Map.of();
    private Map<String, Fingerprint> last = Map.of();

    FolderWatch(Path folder, Duration interval, HostThreads threads, Runnable changed) {
        this.folder = folder;
        this.interval = interval;
        this.threads = threads;
        this.changed = changed;
    }

    void begin() {
        threads.after(interval, this::look);
    }

    private synchronized void look() {
        try {
            Map<String, Fingerprint> now = files();
            if (now.equals(last) && !now.equals(told)) {
                changed.run();
                told = now;
            }
            last = now;
        } catch (IOException | RuntimeException failure) {
            LOG.log(Level.WARNING, "The plugins folder can't be watched now", failure);
        } finally {
            begin();
        }
    }

    private Map<String, Fingerprint> files() throws IOException {
        Map<String, Fingerprint> files = new TreeMap<>();
        List<PluginBundle> bundles = FolderScan.scan(folder);
        bundles.forEach(bundle -> files.put(bundle.name(), Fingerprint.of(bundle)));
        return files;
    }
}
