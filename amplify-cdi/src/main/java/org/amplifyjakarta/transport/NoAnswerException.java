package org.amplifyjakarta.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** No answer came, or not in time. Holds nothing of the request. */
public final class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean late;

    private NoAnswerException(String message, @Nullable Throwable cause, boolean late) {
        super(message, cause);
        this.late = late;
    }

    static NoAnswerException late(Duration timeout) {
        return new NoAnswerException("no answer within " + timeout.toMillis() + " ms.", null, true);
    }

    /** Makes one of whatever made a call fail. */
    public static NoAnswerException of(@Nullable Throwable cause) {
        if (cause instanceof NoAnswerException same) {
            return same;
        }
        String why = cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")";
        return new NoAnswerException("no answer came" + why + ".", cause, false);
    }

    /** Says what happened; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** Tells whether the time was up. */
    public boolean isLate() {
        return late;
    }
}
