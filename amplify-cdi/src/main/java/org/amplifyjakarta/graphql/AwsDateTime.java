package org.amplifyjakarta.graphql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** Moments as Amplify writes them: at least milliseconds, since databases compare them as text. */
public final class AwsDateTime {

    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
            .appendLiteral('Z')
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    private AwsDateTime() {}

    /** Returns {@code 2026-01-31T10:00:00.000Z}. */
    public static String text(Instant moment) {
        return TEXT.format(moment);
    }
}
