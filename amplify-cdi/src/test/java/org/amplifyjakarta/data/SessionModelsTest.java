package org.amplifyjakarta.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.graphql.GraphQLError;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.schema.IntrospectionReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A schema with a key of three fields, custom types, every scalar, and operations that are disabled. */
class SessionModelsTest {

    private final RecordingGraphQL api = new RecordingGraphQL();
    private final SessionModels models = new SessionModels(api, () -> RecordingGraphQL.CONFIG);

    /** As in the schema. */
    public enum State {
        OPEN,
        PAID
    }

    /** One that the schema does not have. */
    public enum OtherState {
        OPEN
    }

    /** A custom type. */
    public record Address(String city, @Nullable Geo geo) {}

    /** A custom type in another. */
    public record Geo(double lat) {}

    /** Bound to all kinds of fields. */
    @Model
    public record Order(
            String customer,
            LocalDate day,
            int number,
            @Nullable State state,
            @Nullable Instant paidAt,
            @Nullable OffsetTime at,
            @Nullable JsonObject extra,
            @Nullable URI page,
            @Nullable Double price,
            @Nullable Boolean gift,
            @Nullable List<String> tags,
            @Nullable Address address,
            @Nullable Instant createdAt,
            @Nullable String seller) {}

    /** A class, with another name for a field. */
    @Model("Order")
    public static class OrderKey {
        public String customer = "";
        public LocalDate day = LocalDate.EPOCH;

        @JsonbProperty("number")
        public int no;

        @JsonbTransient
        public String note = "";
    }

    /** With everything that can be wrong. */
    @Model("Order")
    public record Wrong(
            int customer,
            LocalDate day,
            String titel,
            OtherState state,
            List<String> price,
            String tags,
            Object extra,
            List<Circle> lines) {}

    /** Leads back to itself. */
    public record Circle(String id, @Nullable CircleOrder order) {}

    /** Leads back to itself. */
    public record CircleOrder(List<Circle> lines) {}

    /** Nobody knows it. */
    @Model
    public record Unknown(String id) {}

    @Test
    void everyScalarComesBackAsItWent() {
        Order order = new Order(
                "c",
                LocalDate.of(2026, 1, 31),
                7,
                State.PAID,
                Instant.ofEpochSecond(1_800_000_000),
                OffsetTime.parse("10:00:00+02:00"),
                Json.createObjectBuilder().add("a", 1).build(),
                URI.create("https://x.test/"),
                1.5,
                true,
                List.of("x", "y"),
                new Address("Bern", new Geo(46.9)),
                null,
                null);
        api.answers.add("{\"createOrder\":{}}");
        api.echoInput = true;

        Order back = models.of(Order.class).create(order);

        JsonObject input = api.variables.getJsonObject("input");
        assertThat(input.getInt("paidAt")).isEqualTo(1_800_000_000);
        assertThat(input.getString("extra")).isEqualTo("{\"a\":1}");
        assertThat(input.getString("day")).isEqualTo("2026-01-31");
        assertThat(input).doesNotContainKeys("createdAt", "seller");
        assertThat(back).isEqualTo(order);
    }

    @Test
    void whatAppSyncWritesOtherwiseIsRead() {
        api.answers.add(
                "{\"getOrder\":{\"customer\":\"c\",\"day\":\"2026-01-31+02:00\",\"number\":7,"
                        + "\"createdAt\":\"2026-01-31T10:00:00.5+02:00\",\"extra\":\"{\\\"a\\\":1}\",\"tags\":[null,\"x\"],\"seller\":\"s\"}}");

        Order order =
                models.of(Order.class).get("c", LocalDate.of(2026, 1, 31), 7).orElseThrow();

        assertThat(order.day()).isEqualTo("2026-01-31");
        assertThat(order.createdAt()).isEqualTo(Instant.parse("2026-01-31T08:00:00.5Z"));
        assertThat(order.extra())
                .isEqualTo(Json.createObjectBuilder().add("a", 1).build());
        assertThat(order.seller()).isEqualTo("s");
        assertThat(order.tags()).containsExactly("x");
        assertThat(api.document)
                .isEqualTo("query($customer: ID!, $day: AWSDate!, $number: Int!) {"
                        + " getOrder(customer: $customer, day: $day, number: $number) { customer day number state paidAt at extra"
                        + " page price gift tags address { city geo { lat } } createdAt seller } }");
    }

    @ParameterizedTest
    @Tag("G-04")
    @ValueSource(
            strings = {
                "\"state\":\"NONE\"",
                "\"day\":\"sesame\"",
                "\"number\":\"sesame\"",
                "\"extra\":\"[\"",
                "\"createdAt\":\"sesame\"",
                "\"page\":\"%\""
            })
    void aValueOfAnotherFormIsSaidToBeOne(String field) {
        api.answers.add("{\"getOrder\":{" + field + "}}");

        AmplifyException failure = catchThrowableOfType(
                AmplifyException.class, () -> models.of(Order.class).get("c", "2026-01-31", 7));

        assertThat(failure.name()).isEqualTo("UnreadableRecord");
        assertThat(failure).hasNoCause().hasMessageNotContaining("sesame");
    }

    @Test
    void aClassIsBoundToo() {
        api.answers.add("{\"getOrder\":{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7}}");

        OrderKey key = models.of(OrderKey.class).get("c", "2026-01-31", 7).orElseThrow();

        assertThat(key.no).isEqualTo(7);
        assertThat(api.document).endsWith("{ customer day number } }");
    }

    @Test
    @Tag("G-03")
    void aWrongClassFailsWithEveryFault() {
        List<String> faults = ModelSchemas.faults(RecordingGraphQL.CONFIG, List.of(Wrong.class, Unknown.class));

        assertThat(String.join("\n", faults))
                .contains("Wrong.customer: int does not fit a field of type ID.")
                .contains("Wrong.titel: is no field of the schema.")
                .contains("Wrong.state: OtherState does not fit a field of type State.")
                .contains("Wrong.price: must be a single value")
                .contains("Wrong.tags: must be a List")
                .contains("Wrong.extra: Object does not fit a field of type AWSJSON.")
                .contains("leads back to itself, or too deep.")
                .contains("Wrong: lacks number, which is of the key.")
                .contains("Unknown: model Unknown is not in the introspection.");
        assertThat(catchThrowableOfType(AmplifyException.class, () -> models.of(Wrong.class))
                        .name())
                .isEqualTo("InvalidModel");
    }

    @Test
    void aRecordIsChangedWithoutLosingWhatMustBeThere() {
        api.answers.add("{\"updateOrder\":{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7}}");

        models.of(Order.class)
                .update(new Order(
                        "c",
                        LocalDate.of(2026, 1, 31),
                        7,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));

        JsonObject input = api.variables.getJsonObject("input");
        assertThat(input.get("price")).isEqualTo(JsonValue.NULL);
        assertThat(input).doesNotContainKeys("state", "createdAt", "seller");
    }

    @Test
    void aKeyOfSeveralFieldsIsSearched() {
        api.answers.add("{\"listOrders\":{\"items\":[],\"nextToken\":null}}");
        api.answers.add("{\"ordersByState\":{\"items\":[{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7},null],"
                + "\"nextToken\":\"t\"}}");
        api.answers.add("{\"ordersByNumber\":null}");
        ModelOperations<Order> orders = models.of(Order.class);

        orders.list(ListQuery.ALL
                .inPartition("c")
                .withSortKey(SortKey.eq(Map.of("day", "2026-01-31", "number", 7)))
                .highestFirst());
        assertThat(api.document)
                .startsWith(
                        "query($customer: ID, $dayNumber: ModelOrderPrimaryCompositeKeyConditionInput, "
                                + "$sortDirection: ModelSortDirection, $filter: ModelOrderFilterInput, $limit: Int, $nextToken: String)");
        assertThat(api.variables.keySet()).containsExactlyInAnyOrder("customer", "dayNumber", "sortDirection");

        ModelPage<Order> page = orders.query("ordersByState", State.OPEN, ListQuery.ALL);
        assertThat(api.document)
                .startsWith("query($state: State!, $dayNumber: ModelOrderByStateCompositeKeyConditionInput, ");
        assertThat(page.items()).hasSize(1);
        assertThat(page.nextToken()).contains("t");

        assertThat(orders.query("ordersByNumber", 7, ListQuery.ALL.withSortKey(SortKey.lt(2.5)))
                        .items())
                .isEmpty();
        assertThat(api.document).startsWith("query($number: Int!, $price: ModelFloatKeyConditionInput, ");
    }

    @Test
    void valuesOfAFilterAreWhatTheFieldIs() {
        api.answers.add("{\"listOrders\":{\"items\":[]}}");
        Instant moment = Instant.ofEpochSecond(1_800_000_000);
        Filter filter = Filter.where("paidAt")
                .between(moment, moment.plusSeconds(1))
                .or(Filter.where("extra")
                        .eq(Json.createObjectBuilder().add("a", 1).build()));

        models.of("Order").list(ListQuery.ALL.where(filter));

        assertThat(api.variables.getJsonObject("filter").toString())
                .isEqualTo("{\"or\":[{\"paidAt\":{\"between\":[1800000000,1800000001]}},"
                        + "{\"extra\":{\"eq\":\"{\\\"a\\\":1}\"}}]}");
    }

    @ParameterizedTest
    @CsvSource({"10:00:00, 10:00Z", "10:00:00+02:00, 10:00+02:00", "10:00:00Z, 10:00Z"})
    void aTimeMayHaveNoOffset(String sent, OffsetTime read) {
        api.answers.add(
                "{\"getOrder\":{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7,\"at\":\"" + sent + "\"}}");

        assertThat(models.of(Order.class)
                        .get("c", "2026-01-31", 7)
                        .orElseThrow()
                        .at())
                .isEqualTo(read);
    }

    @Test
    void whatIsGoneIsNotThereToBeRemoved() {
        api.failure = GraphQLException.of(
                List.of(new GraphQLError("", "DynamoDB:ConditionalCheckFailedException", List.of(), null)));

        assertThat(models.of("Line").delete("l")).isEmpty();
    }

    @Test
    void customOperationsAreCalled() {
        api.answers.add("{\"nearest\":[{\"city\":\"Bern\",\"geo\":{\"lat\":46.9}},null]}");
        api.answers.add("{\"total\":3}");
        api.answers.add("{\"pay\":{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7,\"paidAt\":1800000000}}");
        api.answers.add("{\"nearest\":[{\"city\":\"Bern\"}]}");

        List<Address> near =
                models.custom("nearest").callList(Map.of("lat", 46.9, "states", List.of(State.OPEN)), Address.class);
        assertThat(near).containsExactly(new Address("Bern", new Geo(46.9)));
        assertThat(api.document)
                .isEqualTo("query($lat: Float!, $tags: [String!], $states: [State]!, $in: AddressInput) {"
                        + " nearest(lat: $lat, tags: $tags, states: $states, in: $in) { city geo { lat } } }");

        assertThat(models.custom("total").call(Map.of(), Integer.class)).contains(3);
        assertThat(api.document).isEqualTo("query { total }");

        Order paid = models.custom("pay").call(Map.of("number", 7), Order.class).orElseThrow();
        assertThat(paid.paidAt()).isEqualTo(Instant.ofEpochSecond(1_800_000_000));
        assertThat(api.document).startsWith("mutation($number: Int!) { pay(number: $number) { customer day ");

        assertThat(models.custom("nearest").callList(Map.of("lat", 1, "states", List.of()), JsonObject.class))
                .hasSize(1);
    }

    @Test
    void anIntrospectionThatIsTooDeepIsRefused() {
        String text = "{\"models\":" + "[".repeat(2000) + "]".repeat(2000) + "}";

        assertThat(catchThrowableOfType(AmplifyException.class, () -> IntrospectionReader.read(text, false))
                        .name())
                .isEqualTo("NoModelIntrospection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"models\":{\"a b\":{}}}", "{\"models\":{\"A\":{\"fields\":{\"x\":{}}}}}", "{"})
    void anIntrospectionThatIsNoneIsRefused(String text) {
        AmplifyException failure =
                catchThrowableOfType(AmplifyException.class, () -> IntrospectionReader.read(text, false));

        assertThat(failure.name()).isEqualTo("NoModelIntrospection");
    }
}
