package org.amplifyjakarta.faces.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.graphql.GraphQLError;
import org.amplifyjakarta.graphql.GraphQLException;
import org.junit.jupiter.api.Test;

class FetchTest {

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void itIsFetchedOnceAndOnlyWhenAskedFor() {
        Fetch<String> fetch = new Fetch<>(() -> "fetched " + calls.incrementAndGet(), true);

        assertThat(calls).hasValue(0);
        assertThat(fetch.get()).contains("fetched 1");
        assertThat(fetch.get()).contains("fetched 1");
        assertThat(fetch.failure()).isEmpty();
    }

    @Test
    void aFailureThatIsShownIsKept() {
        for (AmplifyException failure : List.of(
                new UnavailableException("NetworkError", "down", "", Duration.ofSeconds(1), null),
                refusal(),
                new AmplifyException("NoValidAuthTokens", "guest", "", null))) {
            calls.set(0);
            Fetch<String> fetch = failing(failure, true);

            assertThat(fetch.get()).isEmpty();
            assertThat(fetch.get()).isEmpty();
            assertThat(fetch.failure()).contains(failure);
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void whatNobodyShowsIsThrown() {
        AmplifyException failure = refusal();

        assertThatThrownBy(failing(failure, false)::get).isSameAs(failure);
    }

    @Test
    void aFaultOfThePageIsThrown() {
        AmplifyException fault = new AmplifyException("InvalidModel", "no such model", "", null);

        assertThatThrownBy(failing(fault, true)::get).isSameAs(fault);
    }

    private static GraphQLException refusal() {
        return GraphQLException.of(List.of(new GraphQLError("no", "Unauthorized", List.of(), null)));
    }

    private Fetch<String> failing(AmplifyException failure, boolean tolerant) {
        return new Fetch<>(
                () -> {
                    calls.incrementAndGet();
                    throw failure;
                },
                tolerant);
    }
}
