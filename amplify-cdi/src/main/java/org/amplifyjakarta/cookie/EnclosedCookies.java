package org.amplifyjakarta.cookie;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.amplifyjakarta.config.CookieConfig;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what belongs to a session, by the beginning of its names, in an enclosure, and in the browser what leads there. To whoever
 * reads and writes a session these are the cookies of Amplify; the browser sees none of them. The names of the cookies that it sees
 * hold a digest of the app client.
 *
 * <p>Bound to one request; not safe for other threads.
 */
public final class EnclosedCookies implements CookieStorage {

    /** What the names of the cookies hold. */
    public static final String NAME = "amplify.session";

    private final CookieStorage outer;
    private final Enclosure enclosure;
    private final String prefix;
    private final CookieConfig attributes;
    private final String base;
    private final Map<String, String> held = new LinkedHashMap<>();
    private @Nullable RequestCookies received;
    private boolean discarded;

    /**
     * Makes one; nothing is opened before it is asked for.
     *
     * @param prefix of the names that are kept in the enclosure
     * @param attributes of the cookies that the browser sees
     */
    public EnclosedCookies(CookieStorage outer, Enclosure enclosure, String prefix, CookieConfig attributes) {
        this.outer = outer;
        this.enclosure = enclosure;
        this.prefix = prefix;
        this.attributes = attributes;
        this.base = attributes.hostName(name(prefix));
    }

    /** Tells whether a request brought any for the names that begin so, whether they can be opened or not. */
    public static boolean areIn(RequestCookies received, String prefix) {
        String name = name(prefix);
        return received.anyStartsWith(CookieConfig.HOST_PREFIX + name) || received.anyStartsWith(name);
    }

    @Override
    public Optional<String> get(String name) {
        return isEnclosed(name) ? Optional.ofNullable(held().get(name)) : outer.get(name);
    }

    /** Returns what was enclosed, and nothing that stands open. */
    @Override
    public RequestCookies getAll() {
        RequestCookies known = received;
        if (known == null) {
            known = enclosure
                    .open(end -> outer.getAll().first(base + end))
                    .map(RequestCookies::parse)
                    .orElseGet(RequestCookies::none);
            received = known;
            held.clear();
            held.putAll(known.startingWith(prefix));
        }
        return known;
    }

    @Override
    public void set(String name, String value, CookieConfig given) {
        if (isEnclosed(name)) {
            held().put(name, value);
        } else {
            outer.set(name, value, given);
        }
    }

    @Override
    public void delete(String name, CookieConfig given) {
        if (isEnclosed(name)) {
            held().remove(name);
        } else {
            outer.delete(name, given);
        }
    }

    @Override
    public boolean isWritable() {
        return outer.isWritable();
    }

    @Override
    public int maxBytes() {
        return enclosure.maxBytes();
    }

    @Override
    public boolean claim() {
        boolean ours = enclosure.claim();
        if (!ours) {
            received = null;
        }
        return ours;
    }

    @Override
    public void release() {
        enclosure.release();
    }

    @Override
    public void renew() {
        enclosure.renew();
    }

    @Override
    public void discard() {
        held.clear();
        received = RequestCookies.none();
        discarded = true;
    }

    @Override
    public void flush() {
        if (!held().isEmpty()) {
            enclosure.close(text()).ifPresent(this::carry);
        } else if (discarded) {
            enclosure.discard();
            carry(Map.of());
        } else if (enclosure.lapse()) {
            carry(Map.of());
        }
    }

    /** Lets the browser carry this and nothing else. */
    private void carry(Map<String, String> ends) {
        Map<String, String> carried = new LinkedHashMap<>();
        ends.forEach((end, value) -> carried.put(base + end, value));
        RequestCookies known = outer.getAll();
        if (!outer.isWritable()
                && carried.entrySet().stream().allMatch(each -> known.first(each.getKey())
                        .filter(each.getValue()::equals)
                        .isPresent())) {
            // the answer is on its way, and the browser carries it already
            return;
        }
        carried.forEach((name, value) -> outer.set(name, value, attributes));
        known.names().stream()
                .distinct()
                .filter(SetCookie::isWritable)
                .filter(name -> isEnclosed(name) || name.startsWith(base) && !carried.containsKey(name))
                .forEach(name -> outer.delete(name, attributes));
    }

    @Override
    public void markPersonal() {
        outer.markPersonal();
    }

    private Map<String, String> held() {
        getAll();
        return held;
    }

    private boolean isEnclosed(String name) {
        return name.startsWith(prefix);
    }

    private String text() {
        return held.entrySet().stream()
                .map(each -> each.getKey() + "=" + PercentCoding.BROWSER_VALUE.encode(each.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String name(String prefix) {
        return NAME + "." + new CookieName(prefix).tag() + ".";
    }
}
