package org.amplifyjakarta.graphql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** Moments as Amplify writes them: at least milliseconds, since databases compare them as text. */
public final class AwsDateTime {

    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
            .appendLiteral('Z')
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    /** Length of {@code 2026-01-31T10:00:00}. */
    private static final int SECONDS = 19;

    private static final int NANO_DIGITS = 9;

    private AwsDateTime() {}

    /** Returns {@code 2026-01-31T10:00:00.000Z}. */
    public static String text(Instant moment) {
        return TEXT.format(moment);
    }

    /**
     * Reads such a text, or one with another offset, or without seconds.
     *
     * @throws DateTimeException if it is none
     */
    public static Instant moment(String text) {
        Instant moment = universal(text);
        return moment == null ? OffsetDateTime.parse(text).toInstant() : moment;
    }

    /** Null for what is not all digits in UTC. By hand, since a formatter takes longer than all the rest of a record. */
    private static @Nullable Instant universal(String text) {
        int end = text.length() - 1;
        if (end < SECONDS || end > SECONDS + 1 + NANO_DIGITS || end == SECONDS + 1 || !isPunctuated(text, end)) {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, SECONDS);
        int nano = end == SECONDS ? 0 : digits(text, SECONDS + 1, end);
        if ((year | month | day | hour | minute | second | nano) < 0) {
            return null;
        }
        for (int digit = end - SECONDS - 1; digit < NANO_DIGITS; digit++) {
            nano *= 10;
        }
        return LocalDateTime.of(year, month, day, hour, minute, second, nano).toInstant(ZoneOffset.UTC);
    }

    private static boolean isPunctuated(String text, int end) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && (end == SECONDS || text.charAt(SECONDS) == '.')
                && text.charAt(end) == 'Z';
    }

    /** Negative where there is something else. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
