package org.amplifyjakarta.it.benchmark;

import java.util.List;
import java.util.Map;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.SampleTokens;

/** Compares {@code /api/me} with {@code /api/plain} on a running demo. Argument: the demo's address. */
public final class LoadRun {

    private LoadRun() {}

    /** Prints requests a second for both, and the ratio. */
    public static void main(String[] arguments) throws Exception {
        String base = arguments.length == 0 ? "http://localhost:8080" : arguments[0];
        String plain = base + "/api/plain";
        String me = base + "/api/me";
        String cookies = BrowserCookies.of(SampleTokens.signIn(base)).header();
        Map<String, Double> rates = new ByTurns(cookies).measure(List.of(plain, me));
        System.out.printf(
                "plain %.0f/s, me %.0f/s, ratio %.3f%n",
                rates.get(plain), rates.get(me), rates.get(me) / rates.get(plain));
    }
}
