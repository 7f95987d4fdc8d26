package org.amplifyjakarta.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.graphql.AmplifyGraphQL;
import org.amplifyjakarta.graphql.GraphQLError;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.graphql.GraphQLResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A schema with a key of three fields, custom types, every scalar, and operations that are disabled. */
class SessionModelsTest {

    private static final AmplifyConfig CONFIG = AmplifyConfig.builder()
            .graphQl(api -> api.endpoint("https://api.test/graphql").modelIntrospection(introspection()))
            .build();

    private final Queue<String> answers = new ArrayDeque<>();
    private final Stub api = new Stub();
    private final SessionModels models = new SessionModels(api, () -> CONFIG);

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
        answers.add("{\"createOrder\":{}}");
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
        answers.add(
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
        answers.add("{\"getOrder\":{" + field + "}}");

        AmplifyException failure = catchThrowableOfType(
                AmplifyException.class, () -> models.of(Order.class).get("c", "2026-01-31", 7));

        assertThat(failure.name()).isEqualTo("UnreadableRecord");
        assertThat(failure).hasNoCause().hasMessageNotContaining("sesame");
    }

    @Test
    void aClassIsBoundToo() {
        answers.add("{\"getOrder\":{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7}}");

        OrderKey key = models.of(OrderKey.class).get("c", "2026-01-31", 7).orElseThrow();

        assertThat(key.no).isEqualTo(7);
        assertThat(api.document).endsWith("{ customer day number } }");
    }

    @Test
    void aWrongClassFailsWithEveryFault() {
        List<String> faults = SessionModels.faults(CONFIG, List.of(Wrong.class, Unknown.class));

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
        answers.add("{\"updateOrder\":{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7}}");

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
        answers.add("{\"listOrders\":{\"items\":[],\"nextToken\":null}}");
        answers.add("{\"ordersByState\":{\"items\":[{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7},null],"
                + "\"nextToken\":\"t\"}}");
        answers.add("{\"ordersByNumber\":null}");
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
    void aRelationBecomesItsKey() {
        answers.add("{\"createLine\":{\"id\":\"l\"}}");
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
        answers.add("{\"getOrder\":{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7}}");
        JsonObject line = Json.createObjectBuilder()
                .add("id", "l")
                .add("orderCustomer", "c")
                .add("orderDay", "2026-01-31")
                .add("orderNumber", 7)
                .build();

        assertThat(models.of("Line").relatedOne(line, "order", OrderKey.class)).isPresent();
        assertThat(api.variables.toString()).isEqualTo("{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7}");
        JsonObject orphan =
                Json.createObjectBuilder(line).addNull("orderNumber").build();
        assertThat(models.of("Line").relatedOne(orphan, "order", OrderKey.class))
                .isEmpty();
    }

    @Test
    void aRelationThatCannotBeKnownIsNotTakenForNone() {
        AmplifyException notRead = catchThrowableOfType(AmplifyException.class, () -> models.of("Line")
                .relatedOne(JsonValue.EMPTY_JSON_OBJECT, "order", OrderKey.class));
        AmplifyException otherModel = catchThrowableOfType(AmplifyException.class, () -> models.of("Line")
                .relatedOne(JsonValue.EMPTY_JSON_OBJECT, "order", Line.class));

        assertThat(notRead.name()).isEqualTo("InvalidField");
        assertThat(otherModel.name()).isEqualTo("InvalidModel");
    }

    /** The other side of orders. */
    @Model
    public record Line(String id) {}

    @Test
    void aRelationToManyNeedsTheWholeKey() {
        answers.add("{\"listLines\":{\"items\":[{\"id\":\"l\"}]}}");
        JsonObject order = Json.createObjectBuilder()
                .add("customer", "c")
                .add("day", "2026-01-31")
                .add("number", 7)
                .build();
        ModelOperations<JsonObject> orders = models.of("Order");

        assertThat(orders.related(order, "lines", Line.class, ListQuery.ALL).items())
                .containsExactly(new Line("l"));
        assertThat(api.variables.getJsonObject("filter").toString())
                .isEqualTo(
                        "{\"and\":[{\"and\":[{\"orderCustomer\":{\"eq\":\"c\"}},{\"orderDay\":{\"eq\":\"2026-01-31\"}}]},"
                                + "{\"orderNumber\":{\"eq\":7}}]}");
        JsonObject unfinished = Json.createObjectBuilder(order).addNull("day").build();
        assertThat(orders.related(unfinished, "lines", Line.class, ListQuery.ALL)
                        .items())
                .isEmpty();
    }

    @Test
    void aRelatedRecordWithoutItsKeyErasesNothing() {
        answers.add("{\"updateLine\":{\"id\":\"l\"}}");
        JsonObject line = Json.createObjectBuilder()
                .add("id", "l")
                .add("order", Json.createObjectBuilder().add("customer", "c").add("number", 7))
                .build();

        models.of("Line").update(line);

        assertThat(api.variables.getJsonObject("input").toString()).isEqualTo("{\"id\":\"l\"}");
    }

    @Test
    void aRelatedRecordHasTheSayOverFields() {
        answers.add("{\"updateLine\":{\"id\":\"l\"}}");
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

    @Test
    void valuesOfAFilterAreWhatTheFieldIs() {
        answers.add("{\"listOrders\":{\"items\":[]}}");
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
        answers.add("{\"getOrder\":{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7,\"at\":\"" + sent + "\"}}");

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

    @Test
    void pathsAreSelected() {
        answers.add("{\"listOrders\":{\"items\":[]}}");

        models.of("Order")
                .select(List.of("price", "address.city", "address.geo.*", "lines.id", "lines.order.number"))
                .list(ListQuery.ALL);

        assertThat(api.document)
                .contains(
                        "items { price address { city geo { lat } } lines { items { id order { number } } } } nextToken");
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
    void customOperationsAreCalled() {
        answers.add("{\"nearest\":[{\"city\":\"Bern\",\"geo\":{\"lat\":46.9}},null]}");
        answers.add("{\"total\":3}");
        answers.add("{\"pay\":{\"customer\":\"c\",\"day\":\"2026-01-31\",\"number\":7,\"paidAt\":1800000000}}");
        answers.add("{\"nearest\":[{\"city\":\"Bern\"}]}");

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

    @ParameterizedTest
    @Tag("G-02")
    @CsvSource({"nearest, lat", "nearest, 'x: {', ", "pay, numbers", "nothing, x"})
    void onlyCustomOperationsOfTheSchemaAreCalled(String operation, String argument) {
        AmplifyException failure = catchThrowableOfType(
                AmplifyException.class, () -> models.custom(operation).call(Map.of(argument, 1), JsonObject.class));

        assertThat(failure.name()).isEqualTo("InvalidField");
    }

    @Test
    void aKeyMustBeWhole() {
        assertThat(catchThrowableOfType(
                                AmplifyException.class, () -> models.of("Order").get("c"))
                        .name())
                .isEqualTo("InvalidField");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"models\":{\"a b\":{}}}", "{\"models\":{\"A\":{\"fields\":{\"x\":{}}}}}", "{"})
    void anIntrospectionThatIsNoneIsRefused(String text) {
        AmplifyException failure = catchThrowableOfType(AmplifyException.class, () -> IntrospectionReader.read(text));

        assertThat(failure.name()).isEqualTo("NoModelIntrospection");
    }

    private static String introspection() {
        try (InputStream stream =
                Objects.requireNonNull(SessionModelsTest.class.getResourceAsStream("/data/introspection.json"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Stub implements AmplifyGraphQL {

        private String document = "";
        private JsonObject variables = JsonValue.EMPTY_JSON_OBJECT;
        private boolean echoInput;
        private @Nullable GraphQLException failure;

        @Override
        public GraphQLResult query(String sent, Map<String, ?> values, GraphQLOptions options) {
            return answer(sent, values);
        }

        @Override
        public GraphQLResult mutate(String sent, Map<String, ?> values, GraphQLOptions options) {
            return answer(sent, values);
        }

        private GraphQLResult answer(String sent, Map<String, ?> values) {
            if (failure != null) {
                throw failure;
            }
            document = sent;
            variables = parsed(
                    JsonbBuilder.create(new JsonbConfig().withNullValues(true)).toJson(values));
            JsonObject answer = parsed(Objects.requireNonNull(answers.poll()));
            return GraphQLResult.of(
                    echoInput
                            ? Json.createObjectBuilder()
                                    .add(answer.keySet().iterator().next(), variables.getJsonObject("input"))
                                    .build()
                            : answer);
        }

        private static JsonObject parsed(String text) {
            try (JsonReader reader = Json.createReader(new StringReader(text))) {
                return reader.readObject();
            }
        }
    }
}
