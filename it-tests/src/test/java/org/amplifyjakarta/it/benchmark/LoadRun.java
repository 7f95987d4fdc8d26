package org.amplifyjakarta.it.benchmark;

import java.util.List;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.SampleTokens;

/** Compares {@code /api/me} with {@code /api/plain} on a running demo. Argument: the demo's address. */
public final class LoadRun {

    private LoadRun() {}

    /** Prints requests a second for both, and the ratio. */
    public static void main(String[] arguments) throws Exception {
        String base = arguments.length == 0 ? "http://localhost:8080" : arguments[0];
        String cookies = BrowserCookies.of(SampleTokens.signIn(base)).header();
        List<Double> rates = new ByTurns(cookies).measure(List.of(base + "/api/plain", base + "/api/me"));
        double plain = rates.get(0);
        double me = rates.get(1);
        System.out.printf("plain %.0f/s, me %.0f/s, ratio %.3f%n", plain, me, me / plain);
    }
}
