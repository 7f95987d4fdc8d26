package org.amplifyjakarta.it.localaws;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Where managed login may send a browser. All app clients have the same URLs; they are compared as they are written. */
final class RegisteredUrls {

    private final Set<String> callbacks = new ConcurrentSkipListSet<>();
    private final Set<String> logouts = new ConcurrentSkipListSet<>();

    void addCallback(String url) {
        callbacks.add(url);
    }

    void addLogout(String url) {
        logouts.add(url);
    }

    boolean isCallback(String url) {
        return callbacks.contains(url);
    }

    boolean isLogout(String url) {
        return logouts.contains(url);
    }

    Set<String> callbacks() {
        return new TreeSet<>(callbacks);
    }

    Set<String> logouts() {
        return new TreeSet<>(logouts);
    }
}
