package org.amplifyjakarta.rest;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.amplifyjakarta.transport.HttpAnswer;
import org.amplifyjakarta.transport.NoAnswerException;
import org.jspecify.annotations.Nullable;

/**
 * A call that is under way. Safe for concurrent use.
 */
public final class RestOperation {

    private final CompletableFuture<HttpAnswer> answer;
    private final RestAnswers answers;

    RestOperation(CompletableFuture<HttpAnswer> answer, RestAnswers answers) {
        this.answer = answer;
        this.answers = answers;
    }

    /**
     * Waits for the answer.
     *
     * @throws RestApiException see {@link AmplifyRest}
     */
    public RestResponse response() {
        try {
            return answers.response(answer.get());
        } catch (CancellationException e) {
            throw RestMessages.canceled();
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            throw RestMessages.canceled();
        } catch (ExecutionException e) {
            throw why(e.getCause());
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

    private static RuntimeException why(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException other && !(failure instanceof NoAnswerException)
                ? other
                : RestMessages.noAnswer(NoAnswerException.of(failure));
    }
}
