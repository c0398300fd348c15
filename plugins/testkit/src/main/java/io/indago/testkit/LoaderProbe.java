package io.indago.testkit;

import io.indago.spi.HttpReply;
import io.indago.spi.JsonView;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;

/** Replies that remember whose class loader reads them, without keeping it. */
final class LoaderProbe {
    private volatile WeakReference<ClassLoader> loader = new WeakReference<>(null);

    /** Empty from the start when nobody read a reply. */
    WeakReference<ClassLoader> loader() {
        return loader;
    }

    HttpReply around(HttpReply reply) {
        return new Watched(reply);
    }

    private final class Watched implements HttpReply {
        private final HttpReply reply;

        Watched(HttpReply reply) {
            this.reply = reply;
        }

        private HttpReply read() {
            ClassLoader reader = Thread.currentThread().getContextClassLoader();
            if (reader != null && PluginJar.LOADER.equals(reader.getName())) {
                loader = new WeakReference<>(reader);
            }
            return reply;
        }

        @Override
        public int status() {
            return reply.status(); // the host reads it, too
        }

        @Override
        public Optional<String> header(String name) {
            return read().header(name);
        }

        @Override
        public byte[] bytes() {
            return read().bytes();
        }

        @Override
        public int size() {
            return reply.size();
        }

        @Override
        public String text() {
            return read().text();
        }

        @Override
        public List<String> lines() {
            return read().lines();
        }

        @Override
        public JsonView json() {
            return read().json();
        }
    }
}
