package org.amplifyjakarta.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.amplifyjakarta.Digest;
import org.amplifyjakarta.RandomText;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cookie.Enclosure;
import org.jspecify.annotations.Nullable;

/**
 * One session in a store. The browser carries an id that nobody guesses; the store knows its digest, so that who reads the store's keys
 * is nobody.
 *
 * <p>A value is a claim, a bar and the session's text. Who wants to refresh the session replaces the value by one with a claim of its
 * own, and that one by the new session: so one server refreshes, whose claim it is, and nothing that another wrote meanwhile, the
 * session's end above all, is written over; nor is it removed, but by who signs in or out. A claim that stays the same for longer than a refresh may take is that of a server that
 * is gone, and is replaced like none. No clocks are compared.
 *
 * <p>Bound to one request; not safe for other threads.
 */
public final class StoreEntry implements Enclosure {

    private static final Logger LOG = System.getLogger(StoreEntry.class.getName());

    private static final String ID = "id";
    private static final int ID_BYTES = 32;
    private static final Pattern IDS = Pattern.compile("[\\w-]{43}");
    private static final char BAR = '|';
    private static final int CLAIM_BYTES = 12;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int PATIENCE = 2;

    /** No token set of Cognito's comes near it. */
    private static final int MAX_BYTES = 64 * 1024;

    private static final RandomText RANDOM = new RandomText();

    private final Supplier<SessionStore> store;
    private final String purpose;
    private final Duration claimLife;

    private @Nullable String id;
    private @Nullable String former;

    /** As it was last read or written; null where nothing is there. */
    private @Nullable String value;

    private boolean claimed;

    /**
     * Makes one.
     *
     * @param store may throw an {@link org.amplifyjakarta.UnavailableException}
     * @param purpose what is kept, and for whom: the same store may serve several
     * @param claimLife longer than a refresh may take
     */
    public StoreEntry(Supplier<SessionStore> store, String purpose, Duration claimLife) {
        this.store = store;
        this.purpose = purpose;
        this.claimLife = claimLife;
    }

    @Override
    public Optional<String> open(Function<String, Optional<String>> carried) {
        id = carried.apply(ID).filter(given -> IDS.matcher(given).matches()).orElse(null);
        value = id == null ? null : read(id);
        return Optional.ofNullable(value).map(StoreEntry::text);
    }

    @Override
    public Optional<Map<String, String>> close(String text) {
        String known = id;
        String old = value;
        String made = BAR + text;
        if (known == null || old == null) {
            known = RANDOM.of(ID_BYTES);
            id = known;
            String key = key(known);
            ask(now -> now.putIfAbsent(key, made));
            value = made;
            removeFormer();
        } else if (claimed || !text(old).equals(text)) {
            claimed = false;
            if (write(key(known), old, made)) {
                value = made;
            } else {
                LOG.log(Level.DEBUG, "stored session: another was the first to write it, or to end it");
                value = read(known);
            }
        }
        return value == null ? Optional.empty() : Optional.of(Map.of(ID, known));
    }

    @Override
    public boolean lapse() {
        String known = id;
        String old = value;
        claimed = false;
        return known == null || old != null && ask(now -> now.remove(key(known), old));
    }

    @Override
    public void discard() {
        renew();
        removeFormer();
    }

    @Override
    public void renew() {
        former = id;
        id = null;
        value = null;
        claimed = false;
    }

    @Override
    public boolean claim() {
        String known = id;
        if (known == null || value == null || claimed) {
            return true;
        }
        String begun = text(value);
        Wait waited = new Wait(claimLife);
        while (true) {
            String now = read(known);
            value = now;
            if (now == null || !text(now).equals(begun)) {
                return false;
            }
            if (waited.isFree(holder(now)) && take(known, now)) {
                return true;
            }
            waited.pause();
        }
    }

    @Override
    public void release() {
        String known = id;
        String mine = value;
        if (!claimed || known == null || mine == null) {
            return;
        }
        claimed = false;
        String free = BAR + text(mine);
        try {
            if (ask(now -> now.replace(key(known), mine, free))) {
                value = free;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "stored session: a claim could not be released, and will be taken over", e);
        }
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    /** Tries twice: what Cognito answered may be had once. */
    private boolean write(String key, String old, String made) {
        try {
            return ask(now -> now.replace(key, old, made));
        } catch (UnavailableException e) {
            return ask(now -> now.replace(key, old, made)
                    || now.get(key).filter(made::equals).isPresent());
        }
    }

    private boolean take(String known, String now) {
        String mine = RANDOM.of(CLAIM_BYTES) + BAR + text(now);
        claimed = ask(store -> store.replace(key(known), now, mine));
        if (claimed) {
            value = mine;
        }
        return claimed;
    }

    private @Nullable String read(String known) {
        return ask(now -> now.get(key(known))).orElse(null);
    }

    private void removeFormer() {
        String gone = former;
        former = null;
        if (gone != null) {
            try {
                store.get().remove(key(gone));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, () -> StoreMessages.notRemoved(e));
            }
        }
    }

    private <T> T ask(Function<SessionStore, T> call) {
        SessionStore now = store.get();
        try {
            return call.apply(now);
        } catch (RuntimeException e) {
            throw StoreMessages.unreachable(e);
        }
    }

    private String key(String known) {
        return purpose + Digest.of(known).text();
    }

    private static String holder(String value) {
        return value.substring(0, Math.max(0, value.indexOf(BAR)));
    }

    private static String text(String value) {
        return value.substring(value.indexOf(BAR) + 1);
    }

    /** How long whose claim was seen. */
    private static final class Wait {

        private final long claimLife;
        private final long begun = System.nanoTime();
        private String holder = "";
        private long since;

        private Wait(Duration claimLife) {
            this.claimLife = claimLife.toNanos();
        }

        /** Tells whether there is no claim, or one that nobody stands behind any more. */
        private boolean isFree(String seen) {
            long now = System.nanoTime();
            if (!seen.equals(holder)) {
                holder = seen;
                since = now;
            }
            return seen.isEmpty() || now - since > claimLife;
        }

        private void pause() {
            if (System.nanoTime() - begun > PATIENCE * claimLife) {
                throw StoreMessages.busy();
            }
            try {
                // JCache has no way to wait for a key
                Thread.sleep(POLL.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw StoreMessages.busy();
            }
        }
    }
}
