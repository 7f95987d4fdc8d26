package org.amplifyjakarta.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X-09")
class LimitedBodyTest {

    private final AtomicBoolean broken = new AtomicBoolean();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatExpiresIsBrokenOffWheneverThatIs(boolean beforeHeaders) {
        LimitedBody body = new LimitedBody(10);
        if (beforeHeaders) {
            body.expire();
        }
        body.onSubscribe(subscription());
        body.onNext(List.of(ByteBuffer.allocate(1)));
        if (!beforeHeaders) {
            body.expire();
        }

        assertThat(broken).isTrue();
        assertThat(body.getBody().toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(HttpTimeoutException.class);
    }

    private Flow.Subscription subscription() {
        return new Flow.Subscription() {
            @Override
            public void request(long number) {
                // all comes by itself
            }

            @Override
            public void cancel() {
                broken.set(true);
            }
        };
    }
}
