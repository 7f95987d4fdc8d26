package org.amplifyjakarta.rest;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A call that is under way. Safe for concurrent use.
 */
public final class RestOperation {

    private final CompletableFuture<RestResponse> answer;

    RestOperation(CompletableFuture<RestResponse> answer) {
        this.answer = answer;
    }

    /**
     * Waits for the answer.
     *
     * @throws RestApiException see {@link AmplifyRest}
     */
    public RestResponse response() {
        try {
            return answer.get();
        } catch (CancellationException e) {
            throw RestMessages.canceled();
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            throw RestMessages.canceled();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RestApiException failure) {
                throw failure;
            }
            throw RestMessages.noAnswer(e);
        }
    }

    /** Breaks the call off; whether the API has done what it was asked to do is not known then. */
    public void cancel() {
        answer.cancel(true);
    }

    /** Tells whether there is an answer, a failure, or an end by {@link #cancel()}. */
    public boolean isDone() {
        return answer.isDone();
    }
}
