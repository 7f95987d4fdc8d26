package org.amplifyjakarta.token;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.amplifyjakarta.cookie.RequestCookies;

/** Whatever is sent as cookies or token makes a guest and no failure. In {@code verify} on the corpus, longer by -Pfuzz. */
class SessionFuzzTest {

    private static final PoolFixture POOL = new PoolFixture();

    @FuzzTest(maxDuration = "2m")
    void cookieHeader(FuzzedDataProvider data) {
        String header = data.consumeRemainingAsString();

        RequestCookies cookies = RequestCookies.parse(header);
        cookies.names().forEach(cookies::values);
        if (POOL.tokens(header).isPresent()) {
            throw new AssertionError("a session out of nothing");
        }
    }

    @FuzzTest(maxDuration = "2m")
    void token(FuzzedDataProvider data) {
        String token = data.consumeRemainingAsString();

        if (POOL.tokens(PoolFixture.cookies("alice", token, token)).isPresent()) {
            throw new AssertionError("a session out of nothing");
        }
    }
}
