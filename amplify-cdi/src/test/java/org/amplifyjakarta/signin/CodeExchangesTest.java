package org.amplifyjakarta.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.amplifyjakarta.RandomText;
import org.amplifyjakarta.signin.TokenEndpoint.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S-02")
class CodeExchangesTest {

    private final CodeExchanges exchanges = new CodeExchanges();
    private final AtomicInteger calls = new AtomicInteger();
    private final SignInFlow flow = flow();

    @Test
    void whoComesMeanwhileAndAfterwardsGetsTheSame() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        CompletableFuture<Outcome> first = CompletableFuture.supplyAsync(() -> exchanges.once(flow, "code", () -> {
            begun.countDown();
            awaited(answered);
            return called(new Outcome.Done());
        }));
        begun.await();
        CompletableFuture<Outcome> second =
                CompletableFuture.supplyAsync(() -> exchanges.once(flow, "code", () -> called(new Outcome.Done())));
        answered.countDown();

        assertThat(second.get()).isSameAs(first.get());
        assertThat(exchanges.once(flow, "code", () -> called(new Outcome.Done())))
                .isSameAs(first.get());
        assertThat(calls).hasValue(1);
    }

    @Test
    void anotherCodeOrAnotherFlowIsAnExchangeOfItsOwn() {
        exchanges.once(flow, "code", () -> called(new Outcome.Done()));
        exchanges.once(flow, "another", () -> called(new Outcome.Done()));
        exchanges.once(flow(), "code", () -> called(new Outcome.Done()));

        assertThat(calls).hasValue(3);
    }

    @Test
    @Tag("S-09")
    void aRefusalIsFinalAndNoAnswerIsNot() {
        exchanges.once(flow, "refused", () -> called(new Outcome.Refused("invalid_grant")));
        exchanges.once(flow, "refused", () -> called(new Outcome.Done()));
        exchanges.once(flow, "unknown", () -> called(new Outcome.Unknown("NetworkError")));
        Outcome again = exchanges.once(flow, "unknown", () -> called(new Outcome.Done()));

        assertThat(again).isInstanceOf(Outcome.Done.class);
        assertThat(calls).hasValue(3);
    }

    @Test
    void aFailureIsNotKept() {
        assertThatIllegalStateException()
                .isThrownBy(() -> exchanges.once(flow, "code", () -> {
                    throw new IllegalStateException("failed");
                }));

        assertThat(exchanges.once(flow, "code", () -> called(new Outcome.Done())))
                .isInstanceOf(Outcome.Done.class);
    }

    private Outcome called(Outcome outcome) {
        calls.incrementAndGet();
        return outcome;
    }

    private static SignInFlow flow() {
        return SignInFlow.begin(new RandomText(), Instant.EPOCH, "client", null, null);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
