package org.amplifyjakarta.servlet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.servlet.ServletException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.guard.Gate;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.session.AmplifyPrincipal;
import org.amplifyjakarta.token.PoolFixture;
import org.amplifyjakarta.token.TestToken;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionRequestTest {

    private static final String PAGE = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";

    private final PoolFixture fixture = new PoolFixture();
    private final CurrentSession session =
            new CurrentSession(fixture, PoolFixture.config().build());
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger signOuts = new AtomicInteger();
    private boolean canSignOut = true;

    @Test
    void theUserOfTheSessionIsTheUserOfTheRequest() {
        SessionRequest request = request(page().with("Cookie", fixture.signedIn("alice")));

        assertThat(request.getRemoteUser()).isEqualTo("alice");
        assertThat(request.getAuthType()).isEqualTo("AMPLIFY");
        assertThat(request.getUserPrincipal())
                .isInstanceOfSatisfying(AmplifyPrincipal.class, user -> assertThat(user.userId())
                        .isEqualTo("sub-of-alice"))
                .hasToString("AmplifyPrincipal[sub-of-alice]");
    }

    @Test
    void aGuestIsNobody() {
        SessionRequest request = request(page());

        assertThat(request.getUserPrincipal()).isNull();
        assertThat(request.getRemoteUser()).isNull();
        assertThat(request.getAuthType()).isNull();
        assertThat(request.isUserInRole("admins")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"admins, true", "Admins, false", "admin, false", "' admins', false", "**, false", "'', false"})
    @Tag("T-27")
    void rolesAreGroupsLetterByLetterAndAnyUserIsNone(String role, boolean granted) {
        assertThat(request(page().with("Cookie", inGroups("admins", "**"))).isUserInRole(role))
                .isEqualTo(granted);
    }

    @Test
    void nothingIsReadBeforeSomebodyAsks() {
        SessionRequest request = request(page().with("Cookie", fixture.signedIn("alice")));
        assertThat(request.getMethod()).isEqualTo("GET");

        assertThat(reads).hasValue(0);
    }

    @Test
    void whomTheContainerAuthenticatedStays() throws Exception {
        ContainerExchange exchange = page().with("Cookie", inGroups("admins")).authenticated("clerk-of-the-realm");
        SessionRequest request = request(exchange);

        assertThat(requireNonNull(request.getUserPrincipal()).getName()).isEqualTo("clerk-of-the-realm");
        assertThat(request.getRemoteUser()).isEqualTo("clerk-of-the-realm");
        assertThat(request.getAuthType()).isEqualTo("FORM");
        assertThat(request.isUserInRole("clerk")).isTrue();
        assertThat(request.isUserInRole("admins")).isFalse();
        assertThat(request.authenticate(exchange.response())).isTrue();
        assertThat(exchange.calls()).containsExactly("authenticate");
        assertThat(reads).hasValue(0);
    }

    @Test
    void aSessionThatIsOverMakesAGuest() {
        String expired = PoolFixture.cookies("alice", fixture.clock.instant().minus(Duration.ofHours(1)))
                .replaceAll("[^ ]*refreshToken=[^;]*;", "");

        assertThat(request(page().with("Cookie", expired)).getUserPrincipal()).isNull();
    }

    @Test
    void aSessionThatCannotBeCheckedIsNoGuest() {
        fixture.jwksDown = true;
        SessionRequest request = request(page().with("Cookie", fixture.signedIn("alice")));

        assertThatThrownBy(() -> request.isUserInRole("admins"))
                .isInstanceOf(UnavailableException.class)
                .satisfies(e -> assertThat(SessionRequest.causeOf(new ServletException(e)))
                        .containsSame((UnavailableException) e));
        assertThatThrownBy(request::getUserPrincipal).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(request::getRemoteUser).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(request::getAuthType).isInstanceOf(UnavailableException.class);
        assertThat(SessionRequest.causeOf(new ServletException("another"))).isEmpty();
    }

    @Test
    void authenticateSendsAGuestToSignIn() throws Exception {
        ContainerExchange exchange = page().with("Accept", PAGE);

        assertThat(request(exchange).authenticate(exchange.response())).isFalse();
        assertThat(exchange.status()).isEqualTo(302);
        assertThat(exchange.headers("Location")).containsExactly("/sign-in?returnTo=%2Faccount%3Fa%3Db");
        assertThat(exchange.response().isCommitted()).isTrue();
    }

    @Test
    void authenticateTellsAnOutage() throws Exception {
        fixture.jwksDown = true;
        ContainerExchange exchange = page().with("Cookie", fixture.signedIn("alice"));

        assertThat(request(exchange).authenticate(exchange.response())).isFalse();
        assertThat(exchange.status()).isEqualTo(503);
        assertThat(exchange.headers("Retry-After")).hasSize(1);
    }

    @Test
    void authenticateLetsAUserPass() throws Exception {
        ContainerExchange exchange = page().with("Cookie", fixture.signedIn("alice"));

        assertThat(request(exchange).authenticate(exchange.response())).isTrue();
        assertThat(exchange.response().isCommitted()).isFalse();
    }

    @Test
    void logoutEndsTheSessionAndMakesAGuest() throws Exception {
        ContainerExchange exchange = page().with("Cookie", fixture.signedIn("alice"));
        SessionRequest request = request(exchange);
        assertThat(request.getRemoteUser()).isEqualTo("alice");

        request.logout();

        assertThat(signOuts).hasValue(1);
        assertThat(request.getRemoteUser()).isNull();
        assertThat(exchange.calls()).containsExactly("logout");
    }

    @Test
    void logoutThatCannotEndTheSessionSaysSo() throws Exception {
        canSignOut = false;
        ContainerExchange guest = page();
        SessionRequest request = request(page().with("Cookie", fixture.signedIn("alice")));

        assertThatExceptionOfType(ServletException.class)
                .isThrownBy(request::logout)
                .withMessageContaining("AmplifyAuthentication");
        assertThat(request.getRemoteUser()).isEqualTo("alice");
        request(guest).logout();
        assertThat(guest.calls()).containsExactly("logout");
    }

    @Test
    void loginIsTheContainersAndNotForWhoIsSignedIn() {
        SessionRequest user = request(page().with("Cookie", fixture.signedIn("alice")));
        assertThatExceptionOfType(ServletException.class)
                .isThrownBy(() -> user.login("a", "b"))
                .withMessageContaining("signed in already");

        SessionRequest guest = request(page());
        assertThatExceptionOfType(ServletException.class)
                .isThrownBy(() -> guest.login("a", "b"))
                .withMessage("no realm");
    }

    private static ContainerExchange page() {
        return new ContainerExchange("GET", "/account?a=b");
    }

    private String inGroups(String... groups) {
        Instant expiry = fixture.clock.instant().plus(Duration.ofMinutes(59));
        return PoolFixture.cookies(
                "alice",
                TestToken.access("alice", expiry)
                        .with(
                                "cognito:groups",
                                Json.createArrayBuilder(List.of(groups)).build())
                        .signed(),
                TestToken.id("alice", expiry).signed());
    }

    private SessionRequest request(ContainerExchange exchange) {
        AmplifyContext context = session.open(exchange.request());
        return new SessionRequest(
                exchange.request(),
                new SessionRequest.Session(
                        forced -> {
                            reads.incrementAndGet();
                            return context.tokens().tokens(forced);
                        },
                        new Gate(session.runner()),
                        () -> {
                            if (canSignOut) {
                                signOuts.incrementAndGet();
                            }
                            return canSignOut;
                        }));
    }
}
