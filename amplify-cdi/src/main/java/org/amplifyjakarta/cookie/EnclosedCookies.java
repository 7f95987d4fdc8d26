package org.amplifyjakarta.cookie;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.config.CookieConfig;

/**
 * Keeps what belongs to a session, by the beginning of its names, sealed in cookies of its own, as many as it takes. To whoever
 * reads and writes a session these are the cookies of Amplify; the browser sees none of them.
 *
 * <p>The first one tells how many there are: what is left of a longer session, because a browser withheld it when that one
 * ended, does no harm. The names hold a digest of the app client.
 *
 * <p>Bound to one request; not safe for other threads.
 */
public final class SealedCookies implements CookieStorage {

    /** What the names of the cookies hold. */
    public static final String NAME = "amplify.session";

    /** Parts the number of chunks from the first of them; no sealed text holds it. */
    private static final char OF = '~';

    private static final int CHUNK = 3900;

    /** Servers take headers of 8 KB and more. */
    private static final int MAX_CHUNKS = 5;

    private final CookieStorage outer;
    private final SessionSeal seal;
    private final String prefix;
    private final String tag;
    private final CookieConfig attributes;
    private final RequestCookies received;
    private final Map<String, String> held = new LinkedHashMap<>();

    /**
     * Opens what a request brought.
     *
     * @param prefix of the names that are kept sealed
     * @param attributes of the cookies
     */
    public SealedCookies(CookieStorage outer, SessionSeal seal, String prefix, CookieConfig attributes) {
        this.outer = outer;
        this.seal = seal;
        this.prefix = prefix;
        this.tag = new CookieName(prefix).tag();
        this.attributes = attributes;
        this.received = joined().flatMap(seal::open).map(RequestCookies::parse).orElseGet(RequestCookies::none);
        held.putAll(received.startingWith(prefix));
    }

    /** Tells whether a request brought any for the names that begin so, whether they can be opened or not. */
    public static boolean areIn(RequestCookies received, String prefix) {
        String name = NAME + "." + new CookieName(prefix).tag() + ".";
        return received.anyStartsWith(CookieConfig.HOST_PREFIX + name) || received.anyStartsWith(name);
    }

    @Override
    public Optional<String> get(String name) {
        return isSealed(name) ? Optional.ofNullable(held.get(name)) : outer.get(name);
    }

    /** Returns what was sealed, and nothing that stands open. */
    @Override
    public RequestCookies getAll() {
        return received;
    }

    @Override
    public void set(String name, String value, CookieConfig given) {
        if (isSealed(name)) {
            held.put(name, value);
        } else {
            outer.set(name, value, given);
        }
    }

    @Override
    public void delete(String name, CookieConfig given) {
        if (isSealed(name)) {
            held.remove(name);
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
        return CHUNK * MAX_CHUNKS;
    }

    @Override
    public void flush() {
        List<String> chunks = held.isEmpty() ? List.of() : chunks(seal.seal(text()));
        if (chunks.size() > MAX_CHUNKS) {
            throw new AmplifyException(
                    "CookieTooLarge",
                    "Session: sealed, it has "
                            + chunks.stream().mapToInt(String::length).sum() + " bytes, more than " + maxBytes() + ".",
                    "Put fewer groups and custom attributes into tokens.",
                    null);
        }
        for (int i = 0; i < chunks.size(); i++) {
            outer.set(name(i), i == 0 ? "" + chunks.size() + OF + chunks.get(i) : chunks.get(i), attributes);
        }
        outer.getAll().names().stream()
                .distinct()
                .filter(SetCookie::isWritable)
                .filter(name -> isSealed(name) || isSurplus(name, chunks.size()))
                .forEach(name -> outer.delete(name, attributes));
    }

    @Override
    public void markPersonal() {
        outer.markPersonal();
    }

    private boolean isSealed(String name) {
        return name.startsWith(prefix);
    }

    private boolean isSurplus(String name, int chunks) {
        String base = name("");
        return name.startsWith(base)
                && !IntStream.range(0, chunks).mapToObj(this::name).toList().contains(name);
    }

    /** Returns what is sealed, if it is there and whole. */
    private Optional<String> joined() {
        String first = outer.getAll().first(name(0)).orElse("");
        int chunks = first.length() > 2 && first.charAt(1) == OF ? first.charAt(0) - '0' : 0;
        if (chunks < 1 || chunks > MAX_CHUNKS) {
            return Optional.empty();
        }
        StringBuilder joined = new StringBuilder(first.substring(2));
        for (int i = 1; i < chunks; i++) {
            Optional<String> chunk = outer.getAll().first(name(i));
            if (chunk.isEmpty()) {
                return Optional.empty();
            }
            joined.append(chunk.get());
        }
        return Optional.of(joined.toString());
    }

    private String text() {
        return held.entrySet().stream()
                .map(each -> each.getKey() + "=" + PercentCoding.BROWSER_VALUE.encode(each.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static List<String> chunks(String text) {
        List<String> chunks = new ArrayList<>();
        for (int i = 0; i < text.length(); i += CHUNK) {
            chunks.add(text.substring(i, Math.min(text.length(), i + CHUNK)));
        }
        return chunks;
    }

    private String name(Object number) {
        return attributes.hostName(NAME + "." + tag + "." + number);
    }
}
