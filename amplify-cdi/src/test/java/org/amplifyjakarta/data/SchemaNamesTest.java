package org.amplifyjakarta.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.AmplifyException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the schema does not have goes into no document. */
class SchemaNamesTest {

    private final RecordingGraphQL api = new RecordingGraphQL();
    private final SessionModels models = new SessionModels(api, () -> RecordingGraphQL.CONFIG);

    @ParameterizedTest
    @Tag("G-02")
    @ValueSource(
            strings = {
                "titel",
                "price } } mutation { x",
                "address",
                "address.street",
                "address.geo",
                "lines",
                "price.x",
                "",
                "lines.*.x"
            })
    void onlyNamesOfTheSchemaAreSelected(String path) {
        AmplifyException failure = catchThrowableOfType(
                AmplifyException.class, () -> models.of("Order").select(List.of(path)));

        assertThat(failure.name()).isEqualTo("InvalidField");
        assertThat(failure.getMessage()).doesNotContain("mutation");
    }

    @ParameterizedTest
    @Tag("G-02")
    @CsvSource({
        "titel, eq",
        "price, beginsWith",
        "gift, gt",
        "state, contains",
        "address, eq",
        "lines, eq",
        "'price: {', eq"
    })
    void onlyFieldsAndOperatorsOfTheSchemaFilter(String field, String operator) {
        Filter.Field start = Filter.where(field);
        Filter filter =
                switch (operator) {
                    case "beginsWith" -> start.beginsWith("x");
                    case "gt" -> start.gt(1);
                    case "contains" -> start.contains("x");
                    default -> start.eq("x");
                };
        Filter nested =
                Filter.where("number").eq(1).or(Filter.where("number").eq(2).and(filter.not()));

        AmplifyException failure = catchThrowableOfType(
                AmplifyException.class, () -> models.of("Order").list(ListQuery.ALL.where(nested)));

        assertThat(failure.name()).isEqualTo("InvalidField");
    }

    @ParameterizedTest
    @Tag("G-02")
    @ValueSource(strings = {"ordersByPrice", "", "listOrders"})
    void onlyIndexesOfTheSchemaAreAsked(String index) {
        assertThat(catchThrowableOfType(
                                AmplifyException.class, () -> models.of("Order").query(index, "x", ListQuery.ALL))
                        .name())
                .isEqualTo("InvalidField");
    }

    @ParameterizedTest
    @Tag("G-02")
    @CsvSource({"nearest, lat", "nearest, 'x: {', ", "pay, numbers", "nothing, x"})
    void onlyCustomOperationsOfTheSchemaAreCalled(String operation, String argument) {
        AmplifyException failure = catchThrowableOfType(
                AmplifyException.class, () -> models.custom(operation).call(Map.of(argument, 1), JsonObject.class));

        assertThat(failure.name()).isEqualTo("InvalidField");
    }

    @Test
    void whatIsDisabledIsSaidToBe() {
        assertThat(catchThrowableOfType(
                                AmplifyException.class, () -> models.of("Order").delete("c", "2026-01-31", 7))
                        .name())
                .isEqualTo("InvalidModel");
        assertThat(catchThrowableOfType(
                                AmplifyException.class, () -> models.of("Line").get("l"))
                        .name())
                .isEqualTo("InvalidModel");
    }

    @Test
    void aKeyMustBeWhole() {
        assertThat(catchThrowableOfType(
                                AmplifyException.class, () -> models.of("Order").get("c"))
                        .name())
                .isEqualTo("InvalidField");
    }

    @Test
    @Tag("G-03")
    void aSelectionIsOnlySoDeep() {
        String path = "lines.order.".repeat(5) + "number";

        assertThat(catchThrowableOfType(
                                AmplifyException.class, () -> models.of("Order").select(List.of(path)))
                        .name())
                .isEqualTo("InvalidField");
    }

    @Test
    void pathsAreSelected() {
        api.answers.add("{\"listOrders\":{\"items\":[]}}");

        models.of("Order")
                .select(List.of("price", "address.city", "address.geo.*", "lines.id", "lines.order.number"))
                .list(ListQuery.ALL);

        assertThat(api.document)
                .contains(
                        "items { price address { city geo { lat } } lines { items { id order { number } } } } nextToken");
    }

    @Test
    @Tag("G-09")
    void anOwnerByARuleIsNotSent() {
        api.answers.add("{\"createOrder\":{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7}}");

        models.of("Order")
                .create(Json.createObjectBuilder()
                        .add("customer", "c")
                        .add("seller", "somebody else")
                        .add("team", "others")
                        .build());

        assertThat(api.variables.getJsonObject("input").keySet()).containsExactly("customer");
    }
}
