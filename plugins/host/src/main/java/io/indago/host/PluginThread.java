package io.indago.host;

/** A thread the host has given to a plugin. */
final class PluginThread extends Thread {
    PluginThread(Runnable work, String name) {
        super(null, work, name, 0, false);
        setDaemon(true);
    }
}
