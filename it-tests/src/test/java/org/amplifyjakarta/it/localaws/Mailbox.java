package org.amplifyjakarta.it.localaws;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What was sent to users, newest last; the oldest makes room. */
final class Mailbox {

    private static final int MAX_MESSAGES = 1_000;

    private final Deque<Message> messages = new ArrayDeque<>();
    private volatile Consumer<Message> reader = message -> {};

    /** Tells every message that comes from now on. */
    void onMessage(Consumer<Message> newReader) {
        reader = newReader;
    }

    void put(Message message) {
        synchronized (messages) {
            messages.add(message);
            if (messages.size() > MAX_MESSAGES) {
                messages.remove();
            }
        }
        reader.accept(message);
    }

    List<Message> messages() {
        synchronized (messages) {
            return List.copyOf(messages);
        }
    }

    Optional<Message> lastTo(String username) {
        return messages().stream()
                .filter(message -> message.username().equals(username))
                .reduce((earlier, later) -> later);
    }

    void clear() {
        synchronized (messages) {
            messages.clear();
        }
    }

    JsonArray json() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        messages().forEach(message -> all.add(message.json()));
        return all.build();
    }
}
