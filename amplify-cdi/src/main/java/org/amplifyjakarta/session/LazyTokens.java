package org.amplifyjakarta.session;

import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.token.TokenProvider;
import org.amplifyjakarta.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Tokens whose cookies are not looked at, and whose pool is not opened, before somebody asks. */
final class LazyTokens implements TokenProvider {

    private final Supplier<TokenProvider> open;
    private @Nullable TokenProvider opened;

    LazyTokens(Supplier<TokenProvider> open) {
        this.open = open;
    }

    @Override
    public Optional<Tokens> tokens(boolean forceRefresh) {
        return opened().tokens(forceRefresh);
    }

    private synchronized TokenProvider opened() {
        if (opened == null) {
            opened = open.get();
        }
        return opened;
    }
}
