package org.amplifyjakarta.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.AmplifyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;

/** What of values is written, what is asked for, and what is refused. */
class ModelValuesTest {

    private final RecordingGraphQL api = new RecordingGraphQL();
    private final SessionModels models = new SessionModels(api, () -> RecordingGraphQL.CONFIG);

    /** With a method that JSON-B takes for a property. */
    @Model("Order")
    public record Asked(String customer, LocalDate day, int number) {

        public boolean isLate() {
            return true;
        }
    }

    @Test
    void whatARecordCanTellIsNoFieldOfIt() {
        api.answers.add("{\"createOrder\":{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7}}");

        models.of(Asked.class).create(new Asked("c", LocalDate.of(2026, 1, 31), 7));

        assertThat(api.variables.getJsonObject("input")).containsOnlyKeys("customer", "day", "number");
    }

    @Test
    void aPatchEmptiesWhatMayBeEmptyAlone() {
        api.answers.add("{\"updateOrder\":{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7}}");
        Map<String, Object> changes = new HashMap<>(Map.of("customer", "c", "day", "2026-01-31", "number", 7));
        changes.put("price", null);

        models.of(SessionModelsTest.Order.class).patch(changes);
        assertThat(api.variables.getJsonObject("input").get("price")).isEqualTo(JsonValue.NULL);
        changes.put("state", null);

        assertThat(catchThrowableOfType(AmplifyException.class, () -> models.of(SessionModelsTest.Order.class)
                        .patch(changes)))
                .hasMessage("model Order: field state is required.");
    }

    @Test
    void theSortKeyOfSeveralFieldsIsChecked() {
        api.answers.add("{\"ordersByState\":{\"items\":[]}}");
        ModelOperations<JsonObject> orders = models.of("Order");
        SortKey range = SortKey.between(
                Map.of("day", LocalDate.of(2026, 1, 1), "number", 1), Map.of("day", LocalDate.of(2026, 2, 1)));

        orders.query("ordersByState", SessionModelsTest.State.OPEN, ListQuery.ALL.withSortKey(range));
        AmplifyException unknown = catchThrowableOfType(
                AmplifyException.class,
                () -> orders.query(
                        "ordersByState",
                        SessionModelsTest.State.OPEN,
                        ListQuery.ALL.withSortKey(SortKey.eq(Map.of("price", 1)))));

        assertThat(api.variables.getJsonObject("dayNumber").getJsonArray("between"))
                .hasSize(2);
        assertThat(unknown.name()).isEqualTo("InvalidField");
    }

    @Test
    void aSelectionOfNothingIsRefused() {
        assertThat(catchThrowableOfType(
                                AmplifyException.class, () -> models.of("Order").select(List.of()))
                        .name())
                .isEqualTo("InvalidField");
    }

    /** A moment with its offset. */
    public record Moment(OffsetDateTime at) {}

    @Test
    void aMomentIsWrittenInUtcWithMilliseconds() {
        Moment moment = new Moment(OffsetDateTime.parse("2026-01-31T10:00:00+02:00"));

        assertThat(models.serializeModel(moment)).isEqualTo("{\"at\":\"2026-01-31T08:00:00.000Z\"}");
    }

    @Test
    void scalarsOfCustomOperationsAreReadAsThoseOfRecords() {
        api.answers.addAll(List.of("{\"total\":3}", "{\"total\":\"sesame\"}"));

        assertThat(models.custom("total").call(Map.of(), int.class)).contains(3);
        AmplifyException failure = catchThrowableOfType(
                AmplifyException.class, () -> models.custom("total").call(Map.of(), Integer.class));

        assertThat(failure.name()).isEqualTo("UnreadableRecord");
        assertThat(failure).hasNoCause().hasMessageNotContaining("sesame");
    }

    @ParameterizedTest
    @NullSource
    void nothingIsNoValueOfAFilter(Object nothing) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.where("price").eq(nothing))
                .withMessageContaining("exists(false)");
    }

    @Test
    void aFilterStaysWhatItIs() {
        Map<String, Object> json = Filter.where("price").eq(1).json();

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(json::clear);
    }
}
