package org.amplifyjakarta.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsDateTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T10:00:00Z",
                "2026-01-31T10:00:00.Z",
                "2026-01-31T10:00:00.1Z",
                "2026-01-31T23:59:59.123Z",
                "2024-02-29T00:00:00.123456789Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "2026-01-31T10:00Z",
                "2026-01-31t10:00:00z",
                "2026-01-31T10:00:00+00:00",
                "2026-01-31T10:00:00.5-11:30",
                "2026-01-31T10:00:00+01:00:30"
            })
    void aMomentIsReadAsJavaDoes(String text) {
        assertThat(AwsDateTime.moment(text))
                .isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-01-31",
                "2026-01-31T10:00:00",
                "2026-01-31T10:00:00.1234567890Z",
                "2026-01-31T10:00:00,5Z",
                "2026-01-31 10:00:00Z",
                "2026-02-29T10:00:00Z",
                "2026-00-01T10:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-01-31T24:00:00Z",
                "2026-01-31T10:60:00Z",
                "2026-01-31T10:00:60Z",
                "2026-01-31T1\u0660:00:00Z",
                "2026-01--1T10:00:00Z",
                "2026-01-31T10:00:00.-1Z"
            })
    void whatIsNoMomentIsRefused(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> AwsDateTime.moment(text));
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> OffsetDateTime.parse(text));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_800_000_000_123L, -62_135_596_800_000L})
    void whatIsWrittenIsRead(long millis) {
        Instant moment = Instant.ofEpochMilli(millis);

        assertThat(AwsDateTime.moment(AwsDateTime.text(moment))).isEqualTo(moment);
    }
}
