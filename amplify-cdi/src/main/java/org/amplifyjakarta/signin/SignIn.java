package org.amplifyjakarta.signin;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Digest;
import org.amplifyjakarta.RandomText;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.config.RoutesConfig;
import org.amplifyjakarta.config.UserPoolConfig;
import org.amplifyjakarta.http.ReturnTo;
import org.amplifyjakarta.session.PerConfiguration;
import org.amplifyjakarta.signin.RouteAnswer.Page;
import org.amplifyjakarta.signin.RouteAnswer.Redirect;
import org.amplifyjakarta.signin.TokenEndpoint.Outcome;
import org.amplifyjakarta.token.IssuedTokens;
import org.amplifyjakarta.token.OtherSignInException;
import org.amplifyjakarta.token.SessionEndedException;
import org.amplifyjakarta.token.SessionEvent;
import org.amplifyjakarta.token.SessionEvents;
import org.amplifyjakarta.token.UserPool;
import org.jspecify.annotations.Nullable;

/** From the sign-in route to managed login, and back with a code. Safe for concurrent use. */
final class SignIn {

    private static final int MAX_CUSTOM_STATE = 256;

    /** A flow has to fit beside others into the cookies. */
    private static final int MAX_RETURN_TO = 512;

    private static final int MAX_ERROR = 200;
    private static final Logger LOG = System.getLogger(SignIn.class.getName());

    private final PerConfiguration<UserPool> pools;
    private final TokenEndpoint endpoint;
    private final InstantSource clock;
    private final SessionEvents events;
    private final RandomText random = new RandomText();
    private final CodeExchanges exchanges = new CodeExchanges();

    SignIn(PerConfiguration<UserPool> pools, TokenEndpoint endpoint, InstantSource clock, SessionEvents events) {
        this.pools = pools;
        this.endpoint = endpoint;
        this.clock = clock;
        this.events = events;
    }

    RouteAnswer begin(String path, RouteRequest request) {
        RoutesConfig routes = SignInRoutes.routes(request.config());
        Optional<String> returnTo = request.parameter(ReturnTo.PARAMETER).filter(asked -> isTarget(asked, request));
        if (isSignedIn(request)) {
            return new Redirect(returnTo.orElseGet(() -> SignInRoutes.local(request, routes.signInComplete())));
        }
        SignInFlow flow = SignInFlow.begin(
                random,
                clock.instant(),
                audience(request),
                returnTo.filter(target -> target.length() <= MAX_RETURN_TO).orElse(null),
                request.parameter("customState")
                        .filter(state -> state.length() <= MAX_CUSTOM_STATE)
                        .filter(state -> state.chars().noneMatch(Character::isISOControl))
                        .orElse(null));
        new FlowCookies(routes, request.cookies()).keep(flow);
        return new Redirect(new AuthorizationRequest(routes, flow, redirectUri(request)).address(path, request));
    }

    RouteAnswer complete(RouteRequest request) {
        RoutesConfig routes = SignInRoutes.routes(request.config());
        FlowCookies flows = new FlowCookies(routes, request.cookies());
        Optional<String> state = request.parameter("state");
        SignInFlow flow =
                state.flatMap(sent -> flows.find(sent, clock.instant())).orElse(null);
        if (isOtherIssuers(request)) {
            return refused(flows, flow, state, SignInMessages.otherIssuer());
        }
        if (request.parameter("error").isPresent()
                || request.parameter("error_description").isPresent()) {
            state.ifPresent(flows::remove);
            return failed(request, flow != null);
        }
        Optional<String> code = request.parameter("code");
        if (code.isEmpty() || state.isEmpty()) {
            state.ifPresent(flows::remove);
            return SignInMessages.badParameters();
        }
        if (!flows.areThere()) {
            // a reload after all went well
            return isSignedIn(request)
                    ? new Redirect(SignInRoutes.local(request, routes.signInComplete()))
                    : tooLate(request);
        }
        if (flow == null || !flow.audience().equals(audience(request))) {
            return refused(flows, flow, state, SignInMessages.unknownState());
        }
        return exchanged(request, flows, flow, code.get());
    }

    /** By its issuer too: where a request chooses the pool, the code of one must not reach another. */
    private static String audience(RouteRequest request) {
        UserPoolConfig pool = request.config().requireUserPool();
        return Digest.of(pool.issuer() + " " + pool.clientId()).text();
    }

    /** Of what another authorization server says nothing is looked at, not even an error. */
    private static boolean isOtherIssuers(RouteRequest request) {
        String issuer = request.config().requireUserPool().issuer().toString();
        return !request.parameters().getOrDefault("iss", List.of()).stream().allMatch(issuer::equals);
    }

    /** It came to nothing; only where it was begun here is that worth telling. */
    private RouteAnswer refused(
            FlowCookies flows, @Nullable SignInFlow flow, Optional<String> state, RouteAnswer.Refused answer) {
        state.ifPresent(flows::remove);
        if (flow != null) {
            events.on(new SessionEvent.SignInFailed(answer.problem().error()));
        }
        return answer;
    }

    private RouteAnswer exchanged(RouteRequest request, FlowCookies flows, SignInFlow flow, String code) {
        Outcome outcome =
                exchanges.once(flow, code, () -> endpoint.exchange(request.config(), flow, code, redirectUri(request)));
        if (outcome instanceof Outcome.Issued issued) {
            return signedIn(request, flows, flow, issued.tokens());
        }
        if (outcome instanceof Outcome.Refused refused) {
            boolean isClients = refused.error().equals(SignInMessages.INVALID_GRANT);
            LOG.log(isClients ? Level.DEBUG : Level.WARNING, () -> SignInMessages.notIssued(refused.error()));
            flows.remove(flow);
            events.on(new SessionEvent.SignInFailed(refused.error()));
            return isClients ? SignInMessages.usedCode() : SignInMessages.tokenError(refused.error());
        }
        if (outcome instanceof Outcome.Unknown unknown) {
            LOG.log(Level.WARNING, () -> SignInMessages.notIssued(unknown.error()));
        }
        return SignInMessages.noTokens();
    }

    private RouteAnswer signedIn(RouteRequest request, FlowCookies flows, SignInFlow flow, IssuedTokens issued) {
        RoutesConfig routes = SignInRoutes.routes(request.config());
        String subject;
        try {
            requireIdToken(routes, issued);
            subject = pools.get(request.config()).begin(issued, flow.nonce(), request.cookies());
        } catch (UnavailableException e) {
            // the tokens are kept for a moment: a reload goes on with them
            return SignInMessages.noTokens();
        } catch (OtherSignInException e) {
            LOG.log(Level.DEBUG, () -> SignInMessages.notUsed(e));
            return refused(flows, flow, Optional.of(flow.state()), SignInMessages.otherSignIn(e));
        } catch (AmplifyException e) {
            LOG.log(Level.WARNING, () -> SignInMessages.notUsed(e));
            return refused(flows, flow, Optional.of(flow.state()), SignInMessages.refusedTokens(e));
        }
        flows.remove(flow);
        events.on(new SessionEvent.SignedIn(subject, flow.customState()));
        // asked again: configuration and context path may be others than when it began
        String target = Optional.ofNullable(flow.returnTo())
                .filter(asked -> isTarget(asked, request))
                .orElseGet(() -> SignInRoutes.local(request, routes.signInComplete()));
        return new Page(new HandoverPage(target));
    }

    /** A local address, and none of the routes. */
    private static boolean isTarget(String asked, RouteRequest request) {
        String routes = SignInRoutes.localAddress(request, "").replaceFirst("/$", "");
        return ReturnTo.of(asked).unlessBelow(routes).path().equals(asked);
    }

    /** Without one there is nothing that answers the nonce. */
    private static void requireIdToken(RoutesConfig routes, IssuedTokens issued) {
        if (issued.idToken() == null && routes.scopes().contains("openid")) {
            throw SignInMessages.noIdToken();
        }
    }

    /** What nobody here began may be another site's words: of those no more than a name is passed on. */
    private RouteAnswer failed(RouteRequest request, boolean begunHere) {
        Map<String, String> said = new LinkedHashMap<>();
        String name = request.parameter("error")
                .filter(text -> text.matches("\\w{1,60}"))
                .orElse("error");
        if (begunHere) {
            for (String each : new String[] {"error", "error_description"}) {
                request.parameter(each).ifPresent(text -> said.put(each, bounded(text)));
            }
            events.on(new SessionEvent.SignInFailed(name));
        } else {
            said.put("error", name);
        }
        return signedOut(request, said);
    }

    private static RouteAnswer tooLate(RouteRequest request) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("error", "timeout");
        said.put("error_description", "Sign in has to be completed within 5 minutes.");
        return signedOut(request, said);
    }

    /** To where signing out leads, with what is said of it. */
    private static Redirect signedOut(RouteRequest request, Map<String, String> said) {
        String page = SignInRoutes.routes(request.config()).signOutComplete();
        return new Redirect(SignInRoutes.local(request, page) + "?" + TokenEndpoint.encoded(said));
    }

    private static String bounded(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= MAX_ERROR ? printable : printable.substring(0, MAX_ERROR);
    }

    private static String redirectUri(RouteRequest request) {
        return Optional.ofNullable(SignInRoutes.routes(request.config()).redirectSignIn())
                .map(Object::toString)
                .orElseGet(() -> SignInRoutes.address(request, "sign-in-callback"));
    }

    /** Who cannot be told now signs in. */
    private static boolean isSignedIn(RouteRequest request) {
        try {
            return request.context().tokens().tokens().isPresent();
        } catch (SessionEndedException | UnavailableException e) {
            return false;
        }
    }
}
