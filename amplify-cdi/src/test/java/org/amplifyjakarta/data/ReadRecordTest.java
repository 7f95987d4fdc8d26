package org.amplifyjakarta.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.bind.annotation.JsonbTransient;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.config.AmplifyConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record is what JSON-B would make of it, though JSON-B has no part in it. */
class ReadRecordTest {

    private static final String SCHEMA = """
            {"version": 1, "enums": {"Kind": {"name": "Kind", "values": ["A", "B"]}}, "models": {
             "Row": {"name": "Row", "pluralName": "Rows", "attributes": [], "fields": {%s},
              "primaryKeyInfo": {"isCustomPrimaryKey": false, "primaryKeyFieldName": "id", "sortKeyFieldNames": []}},
             "Child": {"name": "Child", "pluralName": "Children", "attributes": [], "fields": {%s},
              "primaryKeyInfo": {"isCustomPrimaryKey": false, "primaryKeyFieldName": "id", "sortKeyFieldNames": []}}},
             "nonModels": {"Inner": {"name": "Inner", "fields": {%s}}}}
            """.formatted(
                    fields("id ID, whole Int, small Int, large Int, big Int, exact Float, real Float, single Float,"
                            + " flag Boolean, bit Boolean, kind enum:Kind, kindText enum:Kind, at AWSDateTime,"
                            + " atOffset AWSDateTime, day AWSDate, time AWSTime, offsetTime AWSTime, stamp AWSTimestamp,"
                            + " seconds AWSTimestamp, page AWSURL, link AWSURL, object AWSJSON, json AWSJSON, text AWSJSON,"
                            + " tags String*, numbers Int*, moments AWSDateTime*, custom nonModel:Inner,"
                            + " customs nonModel:Inner*, child model:Child, children model:Child*"),
                    fields("id ID"),
                    fields("name String, size Int"));

    private final RecordingGraphQL api = new RecordingGraphQL();
    private final SessionModels models = new SessionModels(api, () -> AmplifyConfig.builder()
            .graphQl(graphQl -> graphQl.endpoint("https://api.test/graphql").modelIntrospection(SCHEMA))
            .build());

    /** As in the schema. */
    public enum Kind {
        A,
        B
    }

    /** A custom type. */
    public record Inner(@Nullable String name, int size) {}

    /** A related record. */
    @Model
    public record Child(@Nullable String id) {}

    /** All that a field can be. */
    @Model
    public record Row(
            @Nullable String id,
            @Nullable Integer whole,
            int small,
            long large,
            @Nullable BigInteger big,
            @Nullable BigDecimal exact,
            @Nullable Double real,
            float single,
            @Nullable Boolean flag,
            boolean bit,
            @Nullable Kind kind,
            @Nullable String kindText,
            @Nullable Instant at,
            @Nullable OffsetDateTime atOffset,
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            @Nullable OffsetTime offsetTime,
            @Nullable Instant stamp,
            long seconds,
            @Nullable URI page,
            @Nullable URL link,
            @Nullable JsonObject object,
            @Nullable JsonValue json,
            @Nullable String text,
            @Nullable List<String> tags,
            @Nullable Set<Integer> numbers,
            @Nullable Collection<Instant> moments,
            @Nullable Inner custom,
            @Nullable List<Inner> customs,
            @Nullable Child child,
            @Nullable List<Child> children) {}

    /** The same, with an annotation that leaves it to JSON-B. */
    @Model("Row")
    @JsonbPropertyOrder("id")
    public record JsonbRow(
            @Nullable String id,
            @Nullable Integer whole,
            int small,
            long large,
            @Nullable BigInteger big,
            @Nullable BigDecimal exact,
            @Nullable Double real,
            float single,
            @Nullable Boolean flag,
            boolean bit,
            @Nullable Kind kind,
            @Nullable String kindText,
            @Nullable Instant at,
            @Nullable OffsetDateTime atOffset,
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            @Nullable OffsetTime offsetTime,
            @Nullable Instant stamp,
            long seconds,
            @Nullable URI page,
            @Nullable URL link,
            @Nullable JsonObject object,
            @Nullable JsonValue json,
            @Nullable String text,
            @Nullable List<String> tags,
            @Nullable Set<Integer> numbers,
            @Nullable Collection<Instant> moments,
            @Nullable Inner custom,
            @Nullable List<Inner> customs,
            @Nullable Child child,
            @Nullable List<Child> children) {}

    /** Refuses what the schema allows. */
    @Model("Row")
    public record Strict(String id) {
        public Strict {
            if (Objects.requireNonNull(id).equals("sesame")) {
                throw new IllegalStateException(id);
            }
        }
    }

    /** The same, left to JSON-B. */
    @Model("Row")
    @JsonbPropertyOrder("id")
    public record JsonbStrict(String id) {
        public JsonbStrict {
            if (Objects.requireNonNull(id).equals("sesame")) {
                throw new IllegalStateException(id);
            }
        }
    }

    /** With other names, and one that is not in JSON. */
    @Model("Row")
    public record Renamed(
            String id,
            @JsonbProperty("whole") int count,
            @JsonbTransient int note) {}

    /** Not public, and with a second constructor. */
    @Model("Row")
    private record Hidden(String id, @Nullable List<HiddenChild> children) {
        Hidden(String id) {
            this(id, List.of());
        }
    }

    private record HiddenChild(String id) {}

    /** Has a form of its own. */
    @Model("Row")
    public record Formatted(
            String id, @JsonbDateFormat("dd.MM.yyyy") LocalDate day) {}

    /** Holds a record in a class. */
    @Model("Row")
    public static class Plain {
        public String id = "";
        public @Nullable Inner custom;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'id':null,'whole':null,'small':null,'flag':null,'bit':null,'kind':null,'tags':null,'custom':null,'json':null",
                "'id':'i','whole':1,'small':2,'large':3,'big':4,'flag':true,'bit':true,'kind':'A','kindText':'B'",
                "'id':7,'kindText':1.50,'text':true,'tags':[1,true,2.5,1e2]",
                "'whole':7.0,'small':1e2,'large':-9000000000,'big':12345678901234567890",
                "'exact':0.10,'real':0.1,'single':0.1",
                "'exact':1e2,'real':1e400,'single':3.4028236e38",
                "'whole':'7','small':'+7','large':'-1','big':'5','exact':'1.0','real':'1.5','single':'2.5','seconds':'8'",
                "'flag':'true','bit':'sesame'",
                "'flag':false,'bit':7",
                "'at':'2026-01-31T10:00:00.123Z','atOffset':'2026-01-31T10:00:00.5+02:00'",
                "'at':'2026-01-31T10:00:00.5+02:00','atOffset':'2026-01-31T10:00Z'",
                "'at':'2026-01-31T10:00:00.Z','moments':['2026-01-31T10:00:00Z',null,'0000-01-01T00:00:00.000000001Z']",
                "'day':'2026-01-31','time':'10:00','offsetTime':'10:00:00'",
                "'day':'2026-01-31+02:00','time':'10:00:00.5+02:00','offsetTime':'10:00:00.5-01:00:30'",
                "'day':'2026-01-31sesame','time':'10:00:00Z','offsetTime':'10:00Z'",
                "'stamp':1800000000,'seconds':1800000000",
                "'stamp':'2026-01-31T10:00:00Z','seconds':-1",
                "'stamp':-62135596800",
                "'page':'https://x.test/','link':'https://x.test/'",
                "'page':'','link':'file:///x'",
                "'object':'{\\'a\\':[1,null]}','json':'[1]','text':'{\\'a\\':1}'",
                "'object':{'a':1},'json':{'a':1}",
                "'object':'null','json':'null','text':'null'",
                "'json':'no JSON','text':'no JSON'",
                "'json':'7'",
                "'json':7.50",
                "'tags':[],'numbers':[],'moments':[],'customs':[],'children':{'items':[]}",
                "'tags':['x',null,'y','x'],'numbers':[1,null,1,2]",
                "'tags':'x','numbers':7,'customs':{},'children':{'items':null}",
                "'custom':{'name':'n','size':3},'customs':[{'name':'n'},null,{'size':4},{'other':1}]",
                "'custom':'x','customs':['x',{}],'child':7",
                "'child':{'id':'c'},'children':{'items':[{'id':'c'},null,{}],'nextToken':'t'}",
                "'child':{},'children':[{'id':'c','more':1}]"
            })
    void bothWaysMakeTheSame(String fields) {
        assertThat(values(read(Row.class, fields))).isEqualTo(values(read(JsonbRow.class, fields)));
    }

    @ParameterizedTest
    @Tag("G-04")
    @ValueSource(
            strings = {
                "'id':{}",
                "'id':[]",
                "'tags':[{}]",
                "'whole':'sesame'",
                "'whole':true",
                "'small':{}",
                "'large':'9223372036854775808'",
                "'big':7.5",
                "'big':'sesame'",
                "'exact':'sesame'",
                "'real':'sesame'",
                "'real':true",
                "'single':[]",
                "'flag':{}",
                "'bit':[]",
                "'kind':'sesame'",
                "'kind':1",
                "'at':'sesame'",
                "'at':7",
                "'at':'2026-02-30T10:00:00Z'",
                "'at':'2026-01-31T24:00:00Z'",
                "'at':'2026-01-31T10:00:60Z'",
                "'at':'2026-01-31T10:00:00'",
                "'moments':['sesame']",
                "'atOffset':'sesame'",
                "'day':'sesame'",
                "'time':'sesame'",
                "'offsetTime':'sesame'",
                "'stamp':'sesame'",
                "'stamp':9223372036854775807",
                "'seconds':'sesame'",
                "'page':'%'",
                "'object':'sesame'",
                "'object':'[1]'",
                "'object':7",
                "'text':{}",
                "'custom':{'size':'sesame'}",
                "'customs':[{'name':[]}]",
                "'children':{'items':[{'id':{}}]}"
            })
    void bothWaysRefuseTheSame(String fields) {
        assertRefused(Row.class, fields);
        assertRefused(JsonbRow.class, fields);
    }

    /** JSON-B cuts off what does not fit, and makes null of it. */
    @ParameterizedTest
    @Tag("G-04")
    @ValueSource(
            strings = {
                "'whole':3000000000",
                "'whole':7.5",
                "'small':-2147483649",
                "'small':0.1",
                "'large':9223372036854775808",
                "'large':1e1000000000",
                "'seconds':1.5",
                "'link':'sesame'"
            })
    void whatDoesNotFitIsRefused(String fields) {
        assertRefused(Row.class, fields);
    }

    @Test
    void whatARecordRefusesIsUnreadableWithoutItsReason() {
        assertRefused(Strict.class, "'id':'sesame'");
        assertRefused(JsonbStrict.class, "'id':'sesame'");
        assertRefused(Strict.class, "'id':null");
        assertRefused(JsonbStrict.class, "'id':null");
        assertThat(read(Strict.class, "'id':'i'")).isEqualTo(new Strict("i"));
    }

    @Test
    void aComponentMayHaveAnotherNameOrNone() {
        assertThat(read(Renamed.class, "'id':'i','whole':7,'count':8,'note':9")).isEqualTo(new Renamed("i", 7, 0));
        assertThat(api.document).endsWith("{ id whole } }");
    }

    @Test
    void aRecordNeedNotBePublic() {
        assertThat(read(Hidden.class, "'id':'i','children':{'items':[{'id':'c'}]}"))
                .isEqualTo(new Hidden("i", List.of(new HiddenChild("c"))));
    }

    @Test
    void whatAnnotationsSayIsLeftToJsonb() {
        assertThat(read(Formatted.class, "'id':'i','day':'31.01.2026'"))
                .isEqualTo(new Formatted("i", LocalDate.of(2026, 1, 31)));
    }

    @Test
    void classesAreLeftToJsonb() {
        assertThat(read(Plain.class, "'id':'i','custom':{'name':'n','size':3}").custom)
                .isEqualTo(new Inner("n", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tags", "moments", "customs", "children"})
    void aListIsTheCallersOwn(String field) throws ReflectiveOperationException {
        Row row = read(Row.class, "'tags':[],'moments':[],'customs':[],'children':[]");

        Collection<?> list = (Collection<?>) Row.class.getMethod(field).invoke(row);

        assertThat(list).isInstanceOf(ArrayList.class);
    }

    private <T> T read(Class<T> type, String fields) {
        api.answers.add(
                "{'getRow':{%s}}".formatted(fields).replace("\\'", "\\\"").replace('\'', '"'));
        return models.of(type).get("i").orElseThrow();
    }

    private void assertRefused(Class<?> type, String fields) {
        AmplifyException failure = catchThrowableOfType(AmplifyException.class, () -> read(type, fields));

        assertThat(failure.name()).isEqualTo("UnreadableRecord");
        assertThat(failure).hasNoCause().hasMessageNotContaining("sesame");
    }

    private static List<@Nullable Object> values(Record row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (var component : row.getClass().getRecordComponents()) {
            try {
                values.add(component.getAccessor().invoke(row));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return values;
    }

    /** Fields of a schema: a name and a type each, a star for many. */
    private static String fields(String fields) {
        return fields.replaceAll(
                        "(\\w+) ([\\w:]+)(\\*?)", "\"$1\": {\"name\": \"$1\", \"isArray\": many$3, \"type\": \"$2\"}")
                .replaceAll("\"(\\w+):(\\w+)\"", "{\"$1\": \"$2\"}")
                .replace("many*", "true")
                .replace("many", "false");
    }
}
