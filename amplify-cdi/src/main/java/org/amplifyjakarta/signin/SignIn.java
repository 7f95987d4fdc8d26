package org.amplifyjakarta.signin;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.config.RoutesConfig;
import org.amplifyjakarta.http.ReturnTo;
import org.amplifyjakarta.session.PerConfiguration;
import org.amplifyjakarta.signin.RouteAnswer.Page;
import org.amplifyjakarta.signin.RouteAnswer.Redirect;
import org.amplifyjakarta.signin.TokenEndpoint.Outcome;
import org.amplifyjakarta.token.IssuedTokens;
import org.amplifyjakarta.token.SessionEndedException;
import org.amplifyjakarta.token.SessionEvent;
import org.amplifyjakarta.token.SessionEvents;
import org.amplifyjakarta.token.UnavailableException;
import org.amplifyjakarta.token.UserPool;

/** From the sign-in route to managed login, and back with a code. Safe for concurrent use. */
final class SignIn {

    private static final int MAX_CUSTOM_STATE = 256;
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
        String ownPath = request.request().contextPath() + routes.path();
        Optional<String> returnTo = request.parameter(ReturnTo.PARAMETER)
                .filter(asked -> ReturnTo.of(asked).unlessBelow(ownPath).path().equals(asked));
        if (isSignedIn(request)) {
            return new Redirect(returnTo.orElseGet(() -> SignInRoutes.local(request, routes.signInComplete())));
        }
        SignInFlow flow = SignInFlow.begin(
                random,
                clock.instant(),
                request.config().requireUserPool().clientId(),
                returnTo.orElse(null),
                request.parameter("customState")
                        .filter(state -> state.length() <= MAX_CUSTOM_STATE)
                        .orElse(null));
        new FlowCookies(routes, request.cookies()).keep(flow);
        return new Redirect(new AuthorizationRequest(routes, flow, redirectUri(request)).address(path, request));
    }

    RouteAnswer complete(RouteRequest request) {
        RoutesConfig routes = SignInRoutes.routes(request.config());
        FlowCookies flows = new FlowCookies(routes, request.cookies());
        Optional<String> state = request.parameter("state");
        if (request.parameter("error").isPresent()
                || request.parameter("error_description").isPresent()) {
            state.ifPresent(flows::remove);
            return failed(request);
        }
        Optional<String> code = request.parameter("code");
        if (code.isEmpty() || state.isEmpty()) {
            state.ifPresent(flows::remove);
            return SignInMessages.badParameters();
        }
        if (!flows.areThere()) {
            return tooLate(request);
        }
        SignInFlow flow = flows.find(state.get(), clock.instant()).orElse(null);
        if (flow == null
                || !flow.clientId().equals(request.config().requireUserPool().clientId())) {
            flows.remove(state.get());
            return SignInMessages.unknownState();
        }
        String issuer = request.config().requireUserPool().issuer().toString();
        if (request.parameter("iss").filter(sent -> !sent.equals(issuer)).isPresent()) {
            flows.remove(flow);
            return SignInMessages.otherIssuer();
        }
        return exchanged(request, flows, flow, code.get());
    }

    private RouteAnswer exchanged(RouteRequest request, FlowCookies flows, SignInFlow flow, String code) {
        Outcome outcome =
                exchanges.once(flow, code, () -> endpoint.exchange(request.config(), flow, code, redirectUri(request)));
        if (outcome instanceof Outcome.Issued issued) {
            return signedIn(request, flows, flow, issued.tokens());
        }
        if (outcome instanceof Outcome.Refused refused) {
            LOG.log(Level.WARNING, () -> SignInMessages.notIssued(refused.error()));
            flows.remove(flow);
            events.on(new SessionEvent.SignInFailed(refused.error()));
            return SignInMessages.tokenError(refused.error());
        }
        String error = outcome instanceof Outcome.Unknown unknown ? unknown.error() : "nothing";
        LOG.log(Level.WARNING, () -> SignInMessages.notIssued(error));
        return SignInMessages.noTokens();
    }

    private RouteAnswer signedIn(RouteRequest request, FlowCookies flows, SignInFlow flow, IssuedTokens issued) {
        RoutesConfig routes = SignInRoutes.routes(request.config());
        try {
            requireIdToken(routes, issued);
            String subject = pools.get(request.config()).begin(issued, flow.nonce(), request.cookies());
            flows.remove(flow);
            events.on(new SessionEvent.SignedIn(subject, flow.customState()));
            String target =
                    flow.returnTo() == null ? SignInRoutes.local(request, routes.signInComplete()) : flow.returnTo();
            return new Page(new HandoverPage(target));
        } catch (UnavailableException e) {
            // the tokens are kept for a moment: a reload goes on with them
            return SignInMessages.noTokens();
        } catch (AmplifyException e) {
            LOG.log(Level.WARNING, () -> SignInMessages.notUsed(e));
            flows.remove(flow);
            events.on(new SessionEvent.SignInFailed(e.name()));
            return SignInMessages.refusedTokens(e);
        }
    }

    /** Without one there is nothing that answers the nonce. */
    private static void requireIdToken(RoutesConfig routes, IssuedTokens issued) {
        if (issued.idToken() == null && routes.scopes().contains("openid")) {
            throw SignInMessages.noIdToken();
        }
    }

    private RouteAnswer failed(RouteRequest request) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String name : new String[] {"error", "error_description"}) {
            request.parameter(name).ifPresent(text -> said.put(name, bounded(text)));
        }
        String error = said.getOrDefault("error", "error");
        events.on(new SessionEvent.SignInFailed(error.matches("\\w{1,60}") ? error : "error"));
        return new Redirect(SignInRoutes.with(signedOutPage(request), said));
    }

    private static RouteAnswer tooLate(RouteRequest request) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("error", "timeout");
        said.put("error_description", "Sign in has to be completed within 5 minutes.");
        return new Redirect(SignInRoutes.with(signedOutPage(request), said));
    }

    private static String signedOutPage(RouteRequest request) {
        return SignInRoutes.local(request, SignInRoutes.routes(request.config()).signOutComplete());
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
