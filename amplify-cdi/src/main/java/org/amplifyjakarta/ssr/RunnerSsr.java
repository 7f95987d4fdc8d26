package org.amplifyjakarta.ssr;

import java.util.function.Function;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.datastore.AmplifyDataStore;
import org.amplifyjakarta.graphql.AmplifyGraphQL;
import org.amplifyjakarta.rest.AmplifyRest;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.session.AmplifyServerRunner;

/** {@link AmplifySsr} over an application's runner and categories. */
public record RunnerSsr(
        AmplifyServerRunner runner, AmplifyGraphQL graphQl, AmplifyRest rest, AmplifyDataStore dataStore)
        implements AmplifySsr {

    @Override
    public SsrContext withSSRContext() {
        return of(runner.current());
    }

    @Override
    public <T> T withSSRContext(CookieStorage cookies, Function<SsrContext, T> operation) {
        return runner.run(cookies, context -> operation.apply(of(context)));
    }

    private SsrContext of(AmplifyContext context) {
        return new SsrContext(
                new SsrAuth(context), new SsrApi(graphQl.in(context), rest.in(context)), dataStore.in(context));
    }
}
