package org.amplifyjakarta.it.data;

import static org.amplifyjakarta.it.support.SampleClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.SampleClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphQL and models against an API that enforces its rules. */
@ExtendWith(ArquillianExtension.class)
class PostsIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String LIST = "{\"query\":\"query { listPosts { items { id } } }\",\"variables\":{}}";

    private final BrowserCookies demo = BrowserCookies.of(AWS.signIn("demo"));
    private final BrowserCookies admin = BrowserCookies.of(AWS.signIn("admin"));
    private final BrowserCookies guest = BrowserCookies.ofGuest();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive sample() {
        return Deployments.withGraphQLJava(Deployments.sample(PostsIT.class, LocalConfiguration.of(AWS)))
                .addAsResource("graphql/posts.graphql")
                .addClasses(
                        DataApplication.class,
                        DataResource.class,
                        PostWithComments.class,
                        PostWithComments.Comment.class);
    }

    @BeforeEach
    void settle() {
        AWS.change(settings -> Settings.DEFAULTS);
        AWS.forgetModels();
        AWS.forgetCalls();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    void aPostLives() throws Exception {
        HttpResponse<String> created =
                send("POST", "api/posts", "{\"title\":\"Hello\",\"status\":\"DRAFT\",\"rating\":3}", demo);
        JsonObject post = json(created);
        String path = "api/posts/" + post.getString("id");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains(base + path);
        assertThat(post.getString("owner")).isEqualTo("demo");
        assertThat(json(get(path, guest))).isEqualTo(post);
        JsonObject changed = json(send("PUT", path, "{\"title\":\"Bye\",\"content\":\"text\"}", demo));
        assertThat(changed.getString("title")).isEqualTo("Bye");
        assertThat(changed.get("status")).isEqualTo(JsonValue.NULL);
        assertThat(changed.getString("createdAt")).isEqualTo(post.getString("createdAt"));
        assertThat(json(get("api/posts", guest)).getJsonArray("items")).containsExactly(changed);
        assertThat(send("DELETE", path, "", demo).statusCode()).isEqualTo(200);
        assertThat(get(path, guest).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void onlyTheOwnerWrites(String method) throws Exception {
        String path = "api/posts/"
                + json(send("POST", "api/posts", "{\"title\":\"Mine\"}", demo)).getString("id");

        HttpResponse<String> byAdmin = send(method, path, "{\"title\":\"x\"}", admin);
        HttpResponse<String> byGuest = send(method, path, "{\"title\":\"x\"}", guest);

        assertThat(byAdmin.statusCode()).isEqualTo(403);
        assertThat(json(byAdmin).getString("error")).isEqualTo("Unauthorized");
        assertThat(byGuest.statusCode()).isEqualTo(401);
        assertThat(json(get(path, guest)).getString("title")).isEqualTo("Mine");
    }

    @Test
    void aTokenThatAppSyncRefusesIsAFaultOfOurs() throws Exception {
        AWS.change(settings -> settings.withFail(new Settings.Fail("graphql", 401, "UnauthorizedException", 1)));

        HttpResponse<String> answer = send("POST", "api/posts", "{\"title\":\"x\"}", demo);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(json(answer).getString("error")).isEqualTo("UnauthorizedException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"title\":\" \"}", "{\"title\":\"x\",\"status\":\"NONE\"}", "[", "null"})
    void whatIsNoPostIsABadRequest(String body) throws Exception {
        HttpResponse<String> answer = send("POST", "api/posts", body, demo);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).getInt("status")).isEqualTo(400);
    }

    @Test
    void thousandsArePagedThrough() throws Exception {
        AWS.fillPosts(2500);

        assertThat(get("data/count", guest).body()).isEqualTo("2500");
        assertThat(AWS.calls()).containsEntry("graphql", 3).doesNotContainKey("GetCredentialsForIdentity");
        List<String> ids = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonObject page = json(get("api/posts?limit=700" + next, guest));
            page.getJsonArray("items")
                    .forEach(item -> ids.add(item.asJsonObject().getString("id")));
            next = page.isNull("nextToken")
                    ? null
                    : "&nextToken=" + URLEncoder.encode(page.getString("nextToken"), StandardCharsets.UTF_8);
        }
        assertThat(ids)
                .containsExactlyElementsOf(
                        IntStream.range(0, 2500).mapToObj(Integer::toString).toList());
    }

    @Test
    @Tag("G-07")
    void aTokenOfAnotherKindIsForTheApiToRefuse() throws Exception {
        AWS.fillPosts(3);

        HttpResponse<String> answer = get("api/posts?nextToken=another", guest);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(json(answer).getString("error")).isEqualTo("DynamoDB:ValidationException");
    }

    @Test
    void aStreamReadsNoMoreThanIsAskedFor() throws Exception {
        AWS.fillPosts(100);

        assertThat(get("data/first", guest).body()).isEqualTo("Post 0,Post 1,Post 2");
        assertThat(AWS.calls()).containsEntry("graphql", 2);
    }

    @Test
    void documentsOfAFileRun() throws Exception {
        AWS.fillPosts(3);
        String id = json(send("POST", "api/posts", "{\"title\":\"Old\"}", demo)).getString("id");

        assertThat(get("data/titles?limit=2", guest).body()).isEqualTo("Post 0,Post 1");
        assertThat(send("POST", "data/rename?id=" + id + "&title=New", "", demo).body())
                .isEqualTo("New");
    }

    @Test
    void filtersAndIndexesFind() throws Exception {
        AWS.fillPosts(50);

        assertThat(get("data/best-drafts?above=44", guest).body()).isEqualTo("46,48");
        assertThat(get("data/newest?title=Post%203&before=2026-01-01T00:00:40Z", guest)
                        .body())
                .isEqualTo("33,23");
    }

    @Test
    void relationsLead() throws Exception {
        assertThat(send("POST", "data/comment?title=T", "{}", demo).body()).isEqualTo("first of T|first of T|T");
    }

    @ParameterizedTest
    @CsvSource({
        "API_KEY, guest, 200",
        "IAM, guest, 200",
        "IDENTITY_POOL, demo, 200",
        "USER_POOL, demo, 200",
        "OIDC, demo, 200",
        "USER_POOL, guest, 401",
        "NONE, guest, 502"
    })
    void everyAuthModeIsWhatItSays(String mode, String who, int status) throws Exception {
        HttpResponse<String> answer =
                send("POST", "data/graphql?mode=" + mode, LIST, who.equals("demo") ? demo : guest);

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"custom-authorized, 200", "something, 502"})
    void aLambdaAuthorizerSeesItsToken(String token, int status) throws Exception {
        assertThat(send("POST", "data/graphql?mode=LAMBDA&token=" + token, LIST, guest)
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void aLambdaAuthorizerNeedsAToken() throws Exception {
        HttpResponse<String> answer = send("POST", "data/graphql?mode=LAMBDA", LIST, guest);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(json(answer).getString("error")).isEqualTo("NoAuthorizationHeader");
        assertThat(AWS.calls()).isEmpty();
    }

    @Test
    @Tag("G-04")
    void partialDataStaysWithItsErrors() throws Exception {
        send("POST", "api/posts", "{\"title\":\"a post whose comments fail\"}", demo);

        JsonObject answer = json(send(
                "POST",
                "data/graphql?mode=API_KEY",
                "{\"query\":\"query { listPosts { items { title comments { items { id } } } } }\",\"variables\":{}}",
                guest));

        assertThat(answer.getJsonArray("errors").getString(0))
                .isEqualTo("MappingTemplate at listPosts/items/0/comments: Runtime Error");
        assertThat(answer.getJsonObject("data")
                        .getJsonObject("listPosts")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("title"))
                .isEqualTo("a post whose comments fail");
    }

    @Test
    void anUnknownFieldIsReported() throws Exception {
        JsonObject answer = json(send(
                "POST",
                "data/graphql?mode=API_KEY",
                "{\"query\":\"query { listPosts { items { titel } } }\",\"variables\":{}}",
                guest));

        assertThat(answer.getJsonArray("errors").getString(0)).contains("titel");
        assertThat(answer).doesNotContainKey("data");
    }

    @Test
    void aConditionThatDoesNotHoldIsAConflict() throws Exception {
        String id = json(send("POST", "api/posts", "{\"title\":\"a\"}", demo)).getString("id");
        String body = Json.createObjectBuilder()
                .add(
                        "query",
                        "mutation($input: UpdatePostInput!, $condition: ModelPostConditionInput) {"
                                + " updatePost(input: $input, condition: $condition) { id } }")
                .add(
                        "variables",
                        Json.createObjectBuilder()
                                .add(
                                        "input",
                                        Json.createObjectBuilder().add("id", id).add("title", "b"))
                                .add(
                                        "condition",
                                        Json.createObjectBuilder()
                                                .add(
                                                        "title",
                                                        Json.createObjectBuilder()
                                                                .add("eq", "c"))))
                .build()
                .toString();

        JsonObject answer = json(send("POST", "data/graphql?mode=USER_POOL", body, demo));

        assertThat(answer.getJsonArray("errors").getString(0))
                .startsWith("DynamoDB:ConditionalCheckFailedException at updatePost: ");
    }

    @ParameterizedTest
    @Tag("X-09")
    @CsvSource({"GET, 503, 2, 200", "GET, 400, 1, 502", "POST, 503, 1, 502", "POST, 0, 1, 503"})
    void onlyQueriesAreRepeated(String method, int status, int calls, int seen) throws Exception {
        AWS.change(settings -> settings.withFail(new Settings.Fail("graphql", status, "SomeException", 1)));

        HttpResponse<String> answer = send(method, "api/posts", method.equals("GET") ? "" : "{\"title\":\"x\"}", demo);

        assertThat(answer.statusCode()).isEqualTo(seen);
        assertThat(AWS.calls()).containsEntry("graphql", calls);
    }

    @ParameterizedTest
    @Tag("G-01")
    @ValueSource(
            strings = {
                "\" } mutation { deletePost(input: {id: \"1\"}) { id } } {",
                "$title",
                "}\n{ \\ \u0000 \u2028 </script>",
                "__typename",
                "\uD83D\uDE00 ü"
            })
    void aValueIsAValue(String value) throws Exception {
        String body = Json.createObjectBuilder()
                .add("title", value)
                .add("content", value)
                .build()
                .toString();

        JsonObject post = json(send("POST", "api/posts", body, demo));

        assertThat(post.getString("title")).isEqualTo(value);
        assertThat(json(get("api/posts/" + post.getString("id"), guest)).getString("content"))
                .isEqualTo(value);
        assertThat(get(
                                "api/posts/"
                                        + URLEncoder.encode(value, StandardCharsets.UTF_8)
                                                .replace("+", "%20"),
                                guest)
                        .statusCode())
                .isIn(400, 404);
    }

    private HttpResponse<String> get(String path, BrowserCookies cookies) throws Exception {
        return new SampleClient(base).get(path, cookies);
    }

    private HttpResponse<String> send(String method, String path, String body, BrowserCookies cookies)
            throws Exception {
        SampleClient client = new SampleClient(base);
        return client.send(
                client.request(path)
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)),
                cookies);
    }
}
