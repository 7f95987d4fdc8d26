package org.amplifyjakarta.schema;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What values of AWS scalars look like.
 *
 * @see <a href="https://docs.aws.amazon.com/appsync/latest/devguide/scalars.html">Scalar types in AWS AppSync</a>
 */
public final class ScalarFormat {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d\\s()-]{1,24}");
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)(/(3[0-2]|[12]?\\d))?");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}(/\\d{1,3})?");

    private ScalarFormat() {}

    /** The JSON type of a scalar: {@code number}, {@code boolean} or {@code string}. */
    public static String jsonType(String scalar) {
        return switch (scalar) {
            case "Int", "Float", "AWSTimestamp" -> "number";
            case "Boolean" -> "boolean";
            default -> "string";
        };
    }

    public static boolean hasJsonType(String scalar, JsonValue value) {
        return switch (jsonType(scalar)) {
            case "number" -> value instanceof JsonNumber;
            case "boolean" -> value == JsonValue.TRUE || value == JsonValue.FALSE;
            default -> value instanceof JsonString;
        };
    }

    /** Tells whether a value of the right JSON type has the scalar's format. AWSJSON is not looked into. */
    public static boolean fits(String scalar, JsonValue value) {
        if (value instanceof JsonNumber number) {
            return switch (scalar) {
                case "Int" ->
                    number.isIntegral() && number.bigIntegerValueExact().bitLength() < Integer.SIZE;
                case "AWSTimestamp" -> number.isIntegral() && isLong(number.bigIntegerValueExact());
                default -> true;
            };
        }
        return !(value instanceof JsonString text) || fits(scalar, text.getString());
    }

    private static boolean fits(String scalar, String text) {
        return switch (scalar) {
            case "AWSDate" ->
                parses(text.replaceFirst("(?<=.{10})(Z|[+-]\\d\\d:\\d\\d(:\\d\\d)?)$", ""), LocalDate::parse);
            case "AWSTime" -> parses(text, LocalTime::parse) || parses(text, OffsetTime::parse);
            case "AWSDateTime" ->
                parses(text, OffsetDateTime::parse)
                        || parses(text, local -> LocalDateTime.parse(local, DateTimeFormatter.ISO_LOCAL_DATE_TIME));
            case "AWSEmail" -> EMAIL.matcher(text).matches();
            case "AWSPhone" -> PHONE.matcher(text).matches();
            case "AWSURL" -> isUrl(text);
            case "AWSIPAddress" ->
                IPV4.matcher(text).matches()
                        || text.indexOf(':') >= 0 && IPV6.matcher(text).matches();
            default -> true;
        };
    }

    private static boolean isLong(BigInteger number) {
        return number.bitLength() < Long.SIZE;
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean parses(String text, Function<String, ?> parse) {
        try {
            return parse.apply(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
