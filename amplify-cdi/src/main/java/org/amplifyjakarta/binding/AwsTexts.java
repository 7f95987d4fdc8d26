package org.amplifyjakarta.binding;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amplifyjakarta.schema.FieldSchema;

/** Scalars that AppSync writes otherwise than Java does. */
final class AwsTexts {

    /** Length of {@code 2026-01-31}; AppSync allows an offset behind it. */
    private static final int DATE = 10;

    private static final Pattern OFFSET = Pattern.compile("(Z|[+-]\\d\\d:\\d\\d(:\\d\\d)?)$");

    private AwsTexts() {}

    /** Returns a date without its offset. */
    static String date(String text) {
        return text.length() > DATE ? text.substring(0, DATE) : text;
    }

    /** Returns a time without its offset. */
    static String localTime(String text) {
        Matcher offset = OFFSET.matcher(text);
        return offset.find() ? text.substring(0, offset.start()) : text;
    }

    /** Returns a time with its offset; there is none in UTC. */
    static String offsetTime(String text) {
        return OFFSET.matcher(text).find() ? text : text + "Z";
    }

    /** @throws ArithmeticException for what are no whole number */
    static Instant moment(JsonNumber count, FieldSchema field) {
        return field.isInMilliseconds()
                ? Instant.ofEpochMilli(count.longValueExact())
                : Instant.ofEpochSecond(count.longValueExact());
    }

    /** Returns a moment as an AWSTimestamp counts it. */
    static long count(Instant moment, FieldSchema field) {
        return field.isInMilliseconds() ? moment.toEpochMilli() : moment.getEpochSecond();
    }

    /** Returns what a text holds; the text itself if that is no JSON. */
    static JsonValue json(JsonString text, JsonProvider provider) {
        try (var reader = provider.createReader(new StringReader(text.getString()))) {
            return reader.readValue();
        } catch (RuntimeException e) {
            // no JSON, or, a plain RuntimeException of Parsson's, nested too deep: what is wrong is told of the record
            return text;
        }
    }
}
