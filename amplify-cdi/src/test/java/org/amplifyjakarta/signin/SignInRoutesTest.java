package org.amplifyjakarta.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.cookie.SetCookie;
import org.amplifyjakarta.credentials.IdentityPool;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.http.Exchange;
import org.amplifyjakarta.http.QueryParameters;
import org.amplifyjakarta.session.PerConfiguration;
import org.amplifyjakarta.session.Pools;
import org.amplifyjakarta.session.RequestContexts;
import org.amplifyjakarta.signin.RouteAnswer.Redirect;
import org.amplifyjakarta.signin.RouteAnswer.Refused;
import org.amplifyjakarta.token.SessionEvent;
import org.amplifyjakarta.token.UserPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the routes decide before they ask anybody. */
class SignInRoutesTest {

    private static final String FLOW = "__Host-com.amplify.server_auth.flow.";

    private final InstantSource clock = InstantSource.system();
    private final List<SessionEvent> events = new ArrayList<>();
    private AmplifyConfig config = config("eu-west-1_x", "c");
    private final Pools pools = new Pools(
            new PerConfiguration<>(
                    own -> UserPool.open(own, new UserPool.Surroundings(clock, task -> {}, events::add))),
            new PerConfiguration<>(own -> IdentityPool.open(own, clock)));
    private final SignInRoutes routes = new SignInRoutes(pools.userPools(), clock, events::add);
    private String cookies = "";

    @AfterEach
    void close() {
        routes.close();
        pools.close();
    }

    @Test
    @Tag("S-07")
    void onlyWhatWasBegunHereHasWordsAndAnEvent() {
        String state = begin("");

        assertThat(get("sign-in-callback", "error=e&error_description=call+me&state=another"))
                .isEqualTo(new Redirect("/?error=e"));
        assertThat(events).isEmpty();
        assertThat(get("sign-in-callback", "error=e&error_description=no&state=" + state))
                .isEqualTo(new Redirect("/?error=e&error_description=no"));
        assertThat(events).containsExactly(new SessionEvent.SignInFailed("e"));
    }

    @ParameterizedTest
    @CsvSource({"''", "https%3A%2F%2Fevil.example"})
    @Tag("S-06")
    void theIssuerComesFirst(String issuer) {
        String state = begin("");

        Refused refused = (Refused) get("sign-in-callback", "error=e&state=" + state + "&iss=" + issuer);

        assertThat(refused.problem().error()).isEqualTo("InvalidIssuer");
        assertThat(events).containsExactly(new SessionEvent.SignInFailed("InvalidIssuer"));
        assertThat(cookies).doesNotContain(FLOW);
    }

    @ParameterizedTest
    @CsvSource({"eu-west-1_x, another", "eu-west-1_y, c"})
    @Tag("S-06")
    void theCodeOfOnePoolReachesNoOther(String poolId, String clientId) {
        String state = begin("");
        config = config(poolId, clientId);

        Refused refused = (Refused) get("sign-in-callback", "code=c&state=" + state);

        assertThat(refused.problem().error()).isEqualTo("InvalidState");
        assertThat(events).containsExactly(new SessionEvent.SignInFailed("InvalidState"));
        assertThat(cookies).doesNotContain(FLOW);
    }

    @Test
    void aFlowKeepsNoLongPathAndNoControlCharacters() {
        begin("returnTo=/" + "a".repeat(512) + "&customState=a%0Ab");
        SignInFlow flow = SignInFlow.parse(cookies.split("=", 2)[1]).orElseThrow();

        assertThat(flow.returnTo()).isNull();
        assertThat(flow.customState()).isNull();
        assertThat(new SessionEvent.SignedIn("sub", "state").toString()).doesNotContain("state");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://app.example, true",
        "Origin, https://partner.example, true",
        "Origin, https://evil.example, false",
        "Origin, null, false",
        "Sec-Fetch-Site, same-origin, true",
        "Sec-Fetch-Site, none, false",
        "Accept, text/html, false"
    })
    @Tag("S-13")
    void aPostShowsItsOriginEvenWhereOthersNeedNot(String header, String value, boolean meant) {
        RouteAnswer answer = answer("POST", "sign-out", "", Map.of(header, value));

        assertThat(answer instanceof Redirect).isEqualTo(meant);
    }

    @Test
    @Tag("S-13")
    void theLastStepOfSigningOutIsMeantToo() {
        answer("GET", "sign-out", "", Map.of());
        assertThat(cookies.split("; ")).hasSize(2).allMatch(cookie -> cookie.startsWith("__Host-"));
        answer("GET", "sign-out-callback", "", Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"));

        assertThat(answer("GET", "sign-out-callback", "", Map.of("Sec-Fetch-Site", "cross-site")))
                .isInstanceOf(Refused.class);
        assertThat(answer("GET", "sign-out-callback", "", Map.of("Sec-Fetch-Site", "same-origin")))
                .isEqualTo(new Redirect("/"));
        assertThat(cookies).isEmpty();
    }

    @Test
    @Tag("S-14")
    void aRefreshTokenWithoutASessionIsToldOf() {
        cookies = "CognitoIdentityServiceProvider.c.LastAuthUser=u; CognitoIdentityServiceProvider.c.u.refreshToken=r";

        answer("GET", "sign-out", "", Map.of());

        assertThat(events).containsExactly(new SessionEvent.NotRevoked());
        assertThat(cookies).doesNotContain("Cognito");
    }

    private static AmplifyConfig config(String poolId, String clientId) {
        return AmplifyConfig.builder()
                .auth(auth ->
                        auth.userPoolId(poolId).userPoolClientId(clientId).oauth(oauth -> oauth.domain("d.example")))
                .set(ConfigKey.APP_ORIGIN, "https://app.example")
                .set(ConfigKey.CSRF_ENABLED, "false")
                .set(ConfigKey.CSRF_ALLOWED_ORIGINS, "https://partner.example")
                .build();
    }

    /** Returns the state. */
    private String begin(String query) {
        String location = ((Redirect) get("sign-in", query)).location();
        return location.replaceFirst(".*[?&]state=([^&]*).*", "$1");
    }

    private RouteAnswer get(String route, String query) {
        return answer("GET", route, query, Map.of());
    }

    private RouteAnswer answer(String method, String route, String query, Map<String, String> headers) {
        InMemoryCookieStorage storage = InMemoryCookieStorage.ofHeader(cookies);
        AmplifyRequest request = new Asked(method, "/api/auth/" + route, headers);
        RouteAnswer answer = routes.answer(new RouteRequest(
                request,
                new RequestContexts(asked -> config, pools).open(new Exchange(request, storage)),
                storage,
                QueryParameters.parse(query).orElseThrow().values()));
        cookies = storage.getAll().startingWith("").keySet().stream()
                .filter(name -> storage.setCookies().stream()
                        .noneMatch(cookie -> cookie.name().equals(name)))
                .map(name -> name + "=" + storage.get(name).orElse(""))
                .collect(Collectors.joining("; "));
        String set = storage.setCookies().stream()
                .filter(cookie -> cookie.value() != null)
                .map(SignInRoutesTest::pair)
                .collect(Collectors.joining("; "));
        cookies = cookies + (cookies.isEmpty() || set.isEmpty() ? "" : "; ") + set;
        return answer;
    }

    private static String pair(SetCookie cookie) {
        return cookie.line().split(";", 2)[0];
    }

    private record Asked(String method, String path, Map<String, String> sent) implements AmplifyRequest {

        @Override
        public String contextPath() {
            return "";
        }

        @Override
        public String uri() {
            return path;
        }

        @Override
        public List<String> headers(String name) {
            return sent.containsKey(name) ? List.of(sent.getOrDefault(name, "")) : List.of();
        }
    }
}
