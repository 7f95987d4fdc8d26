package org.amplifyjakarta.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.amplifyjakarta.AmplifyException;
import org.junit.jupiter.api.Test;

/** Relations, to and from a key of three fields. */
class ModelRelationTest {

    private final RecordingGraphQL api = new RecordingGraphQL();
    private final SessionModels models = new SessionModels(api, () -> RecordingGraphQL.CONFIG);

    /** The other side of orders. */
    @Model
    public record Line(String id) {}

    @Test
    void aRelationBecomesItsKey() {
        api.answers.add("{\"createLine\":{\"id\":\"l\"}}");
        JsonObject order = Json.createObjectBuilder()
                .add("customer", "c")
                .add("day", "2026-01-31")
                .add("number", 7)
                .build();

        models.of("Line").create(Json.createObjectBuilder().add("order", order).build());

        assertThat(api.variables.getJsonObject("input"))
                .isEqualTo(Json.createObjectBuilder()
                        .add("orderCustomer", "c")
                        .add("orderDay", "2026-01-31")
                        .add("orderNumber", 7)
                        .build());
    }

    @Test
    void aRelationToAKeyOfSeveralFieldsIsFollowed() {
        api.answers.add("{\"getOrder\":{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7}}");
        JsonObject line = Json.createObjectBuilder()
                .add("id", "l")
                .add("orderCustomer", "c")
                .add("orderDay", "2026-01-31")
                .add("orderNumber", 7)
                .build();

        assertThat(models.of("Line").relatedOne(line, "order", SessionModelsTest.OrderKey.class))
                .isPresent();
        assertThat(api.variables.toString()).isEqualTo("{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7}");
        JsonObject orphan =
                Json.createObjectBuilder(line).addNull("orderNumber").build();
        assertThat(models.of("Line").relatedOne(orphan, "order", SessionModelsTest.OrderKey.class))
                .isEmpty();
    }

    @Test
    void aRelationThatCannotBeKnownIsNotTakenForNone() {
        AmplifyException notRead = catchThrowableOfType(AmplifyException.class, () -> models.of("Line")
                .relatedOne(JsonValue.EMPTY_JSON_OBJECT, "order", SessionModelsTest.OrderKey.class));
        AmplifyException otherModel = catchThrowableOfType(AmplifyException.class, () -> models.of("Line")
                .relatedOne(JsonValue.EMPTY_JSON_OBJECT, "order", Line.class));

        assertThat(notRead.name()).isEqualTo("InvalidField");
        assertThat(otherModel.name()).isEqualTo("InvalidModel");
    }

    @Test
    void aRelationToManyNeedsTheWholeKey() {
        api.answers.add("{\"getOrder\":{\"lines\":{\"items\":[{\"id\":\"l\"}],\"nextToken\":\"t\"}}}");
        JsonObject order = Json.createObjectBuilder()
                .add("customer", "c")
                .add("day", "2026-01-31")
                .add("number", 7)
                .build();
        ModelOperations<JsonObject> orders = models.of("Order");

        ModelPage<Line> page = orders.related(
                order,
                "lines",
                Line.class,
                ListQuery.ALL.withLimit(5).where(Filter.where("id").ne("x")));

        // no index finds them: the record's own field does, and no look through the whole table
        assertThat(page.items()).containsExactly(new Line("l"));
        assertThat(page.nextToken()).contains("t");
        assertThat(api.document)
                .isEqualTo("query($filter: ModelLineFilterInput, $limit: Int, $nextToken: String, $customer: ID!,"
                        + " $day: AWSDate!, $number: Int!) { getOrder(customer: $customer, day: $day, number: $number)"
                        + " { lines(filter: $filter, limit: $limit, nextToken: $nextToken)"
                        + " { items { id } nextToken __typename } } }");
        assertThat(api.variables.toString())
                .isEqualTo("{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7,"
                        + "\"filter\":{\"id\":{\"ne\":\"x\"}},\"limit\":5}");
        JsonObject unfinished = Json.createObjectBuilder(order).addNull("day").build();
        assertThat(orders.related(unfinished, "lines", Line.class, ListQuery.ALL)
                        .items())
                .isEmpty();
    }

    @Test
    void aRelationToManyOfARecordWithoutItsKeyIsNotTakenForNone() {
        AmplifyException notRead = catchThrowableOfType(AmplifyException.class, () -> models.of("Order")
                .related(JsonValue.EMPTY_JSON_OBJECT, "lines", Line.class, ListQuery.ALL));

        assertThat(notRead).hasMessageContaining("lacks customer");
    }

    @Test
    void aRelatedRecordWithoutItsKeyErasesNothing() {
        api.answers.add("{\"updateLine\":{\"id\":\"l\"}}");
        JsonObject line = Json.createObjectBuilder()
                .add("id", "l")
                .add("order", Json.createObjectBuilder().add("customer", "c").add("number", 7))
                .build();

        models.of("Line").update(line);

        assertThat(api.variables.getJsonObject("input").toString()).isEqualTo("{\"id\":\"l\"}");
    }

    @Test
    void aRelatedRecordHasTheSayOverFields() {
        api.answers.add("{\"updateLine\":{\"id\":\"l\"}}");
        JsonObject order = Json.createObjectBuilder()
                .add("customer", "c")
                .add("day", "2026-01-31")
                .add("number", 7)
                .build();

        models.of("Line")
                .update(Json.createObjectBuilder()
                        .add("id", "l")
                        .add("order", order)
                        .addNull("orderCustomer")
                        .build());

        assertThat(api.variables.getJsonObject("input").getString("orderCustomer"))
                .isEqualTo("c");
    }
}
