package org.amplifyjakarta.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.amplifyjakarta.Digest;
import org.amplifyjakarta.signin.TokenEndpoint.Outcome;

/**
 * One exchange for one code on this node, however often the browser comes back with it: a double click, a reload. Who has the code
 * and the flow's verifier within half a minute gets the same tokens. Where nothing was answered, the next one may try.
 *
 * <p>Safe for concurrent use.
 */
final class CodeExchanges {

    private static final int MAX = 10_000;
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Cache<Digest, CompletableFuture<Outcome>> exchanges = Caffeine.newBuilder()
            .maximumSize(MAX)
            .expireAfterWrite(KEPT)
            .executor(Runnable::run)
            .build();

    Outcome once(SignInFlow flow, String code, Supplier<Outcome> exchange) {
        CompletableFuture<Outcome> own = new CompletableFuture<>();
        Digest key = Digest.of(flow.codeVerifier() + ' ' + code);
        CompletableFuture<Outcome> shared = exchanges.asMap().computeIfAbsent(key, absent -> own);
        if (shared == own) {
            fly(own, key, exchange);
        }
        return shared.join();
    }

    private void fly(CompletableFuture<Outcome> own, Digest key, Supplier<Outcome> exchange) {
        try {
            Outcome outcome = exchange.get();
            if (outcome instanceof Outcome.Unknown) {
                // perhaps the code was not used: the next one may try
                exchanges.asMap().remove(key, own);
            }
            own.complete(outcome);
        } catch (RuntimeException | Error e) {
            exchanges.asMap().remove(key, own);
            own.complete(new Outcome.Unknown("failed"));
            throw e;
        }
    }
}
