package org.amplifyjakarta.authentication;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.authentication.PasswordProof.Proved;
import org.amplifyjakarta.cognito.AuthAnswer;
import org.amplifyjakarta.cognito.AuthenticationClient;
import org.amplifyjakarta.cognito.ChallengeResponse;
import org.amplifyjakarta.cognito.CognitoException;
import org.amplifyjakarta.cognito.RefreshAnswer;
import org.amplifyjakarta.cognito.SoftwareToken;
import org.amplifyjakarta.token.IssuedTokens;
import org.amplifyjakarta.token.SessionEvent;
import org.amplifyjakarta.token.SignInDetails;
import org.jspecify.annotations.Nullable;

/**
 * One step of a sign-in, from the user's answer to the next challenge or to a session.
 *
 * <p>Bound to one request.
 */
final class SignInAttempt {

    private static final String FLOW = "USER_SRP_AUTH";
    private static final Logger LOG = System.getLogger(SignInAttempt.class.getName());

    private final AuthenticationRequest request;
    private final AuthenticationClient client;

    SignInAttempt(AuthenticationRequest request) {
        this.request = request;
        this.client = request.client();
    }

    NextStep signIn(PasswordProof proof, String username, Secret password) {
        request.cookie().remove();
        return telling(() -> {
            Proved proved;
            try {
                proved = proof.prove(client, username, password);
            } catch (CognitoException e) {
                if (isOfNobody(e)) {
                    throw AuthenticationMessages.wrongPassword();
                }
                return afterRefusal(e, username);
            }
            return reached(proved.answer(), username, proved.username());
        });
    }

    NextStep confirm(Pending pending, Secret answer, Map<String, String> attributes) {
        return telling(() -> {
            try {
                return confirmed(pending, answer, attributes);
            } catch (CognitoException e) {
                if (isOfNobody(e)) {
                    request.cookie().remove();
                    throw AuthenticationMessages.tookTooLong();
                }
                return afterRefusal(e, pending.loginId());
            }
        });
    }

    private NextStep telling(Supplier<NextStep> step) {
        try {
            return step.get();
        } catch (UnavailableException e) {
            throw e;
        } catch (CognitoException e) {
            throw failed(AuthenticationRequest.told(e));
        } catch (AmplifyException e) {
            throw failed(e);
        }
    }

    private AmplifyException failed(AmplifyException e) {
        if (!(e instanceof UnavailableException)) {
            request.events().on(new SessionEvent.SignInFailed(e.name()));
        }
        return e;
    }

    private static boolean isOfNobody(CognitoException e) {
        return e.name().equals(AuthenticationMessages.NOT_AUTHORIZED)
                || e.name().equals(AuthenticationMessages.USER_NOT_FOUND);
    }

    /** Who has to do something else first is told so. */
    private NextStep afterRefusal(CognitoException e, String loginId) {
        return switch (e.name()) {
            case "UserNotConfirmedException" ->
                request.keep(new NextStep.ConfirmSignUp(loginId, resent(loginId)), loginId);
            case "PasswordResetRequiredException" -> request.keep(new NextStep.ResetPassword(loginId), loginId);
            default -> throw e;
        };
    }

    private @Nullable CodeDelivery resent(String loginId) {
        try {
            return client.resendConfirmationCode(loginId)
                    .map(AuthenticationRequest::delivery)
                    .orElse(null);
        } catch (CognitoException e) {
            LOG.log(Level.WARNING, () -> AuthenticationMessages.notResent(e.name()));
            return null;
        }
    }

    private NextStep confirmed(Pending pending, Secret answer, Map<String, String> attributes) {
        NextStep step = pending.next();
        if (step instanceof NextStep.SelectFactorSetup setup) {
            return begun(chosen(answer, setup.factors()), pending);
        }
        if (step instanceof NextStep.SetUpTotp) {
            Secret verified = verified(session(pending), answer);
            return responded(pending, verified, Challenge.MFA_SETUP, Map.of());
        }
        Challenge challenge = Challenge.of(step).orElseThrow(AuthenticationMessages::nothingPending);
        Map<String, String> answers = new HashMap<>();
        if (step instanceof NextStep.SelectFactor select) {
            answers.put(
                    challenge.answer(),
                    Challenge.of(chosen(answer, select.factors())).name());
        } else {
            answers.put(challenge.answer(), answer.reveal());
        }
        if (step instanceof NextStep.NewPassword) {
            attributes.forEach((name, value) -> answers.put(ChallengeParameters.ofAttribute(name), value));
        }
        return responded(pending, session(pending), challenge, answers);
    }

    private NextStep responded(Pending pending, Secret session, Challenge challenge, Map<String, String> answers) {
        AuthAnswer answer =
                client.respond(new ChallengeResponse(challenge.name(), pending.username(), session, answers));
        return reached(answer, pending.loginId(), pending.username());
    }

    private Secret verified(Secret session, Secret code) {
        try {
            return client.verifySoftwareToken(session, code).orElseThrow(AuthenticationMessages::wrongTotpCode);
        } catch (CognitoException e) {
            throw e.name().equals("EnableSoftwareTokenMFAException") ? AuthenticationMessages.wrongTotpCode() : e;
        }
    }

    private static Factor chosen(Secret answer, List<Factor> factors) {
        return factors.stream()
                .filter(factor -> factor.name().equals(answer.reveal()))
                .findFirst()
                .orElseThrow(AuthenticationMessages::wrongFactor);
    }

    private static Secret session(Pending pending) {
        return Optional.ofNullable(pending.session()).orElseThrow(AuthenticationMessages::nothingPending);
    }

    private NextStep reached(AuthAnswer answer, String loginId, String username) {
        RefreshAnswer tokens = answer.tokens();
        if (tokens != null) {
            return done(tokens, loginId);
        }
        Challenge challenge = Challenge.named(answer.challenge())
                .orElseThrow(() -> AuthenticationMessages.unknownChallenge(bounded(answer.challenge())));
        Secret session = Optional.ofNullable(answer.session()).orElseThrow(AuthenticationMessages::noSession);
        ChallengeParameters parameters = new ChallengeParameters(answer.parameters());
        if (challenge == Challenge.MFA_SETUP) {
            List<Factor> factors = parameters.setUps();
            Pending setup =
                    new Pending(new NextStep.SelectFactorSetup(factors), loginId, username, session, request.now());
            return factors.size() == 1 ? begun(factors.get(0), setup) : selecting(setup, factors);
        }
        return request.keep(new Pending(step(challenge, parameters), loginId, username, session, request.now()));
    }

    private NextStep selecting(Pending setup, List<Factor> factors) {
        if (factors.isEmpty()) {
            throw AuthenticationMessages.noFactorToSetUp();
        }
        return request.keep(setup);
    }

    private static NextStep step(Challenge challenge, ChallengeParameters parameters) {
        if (challenge == Challenge.NEW_PASSWORD_REQUIRED) {
            return new NextStep.NewPassword(parameters.missingAttributes());
        }
        if (challenge == Challenge.SELECT_MFA_TYPE) {
            List<Factor> factors = parameters.choices();
            if (factors.isEmpty()) {
                throw AuthenticationMessages.unknownChallenge(challenge.name());
            }
            return new NextStep.SelectFactor(factors);
        }
        return new NextStep.ConfirmCode(challenge.factor().orElseThrow(), parameters.delivery());
    }

    /** Begins to set up a second factor. */
    private NextStep begun(Factor factor, Pending setup) {
        if (factor == Factor.EMAIL) {
            return request.keep(setup.withNext(new NextStep.SetUpEmail()));
        }
        Secret session = session(setup);
        SoftwareToken made = client.associateSoftwareToken(session);
        Secret next = made.session();
        return request.keep(new Pending(
                new NextStep.SetUpTotp(setup.username(), made.sharedSecret()),
                setup.loginId(),
                setup.username(),
                next == null ? session : next,
                request.now()));
    }

    private NextStep done(RefreshAnswer tokens, String loginId) {
        // Cognito's session is used up, whatever comes of the tokens
        request.cookie().remove();
        IssuedTokens issued = new IssuedTokens(
                Secret.of(Optional.ofNullable(tokens.accessToken()).orElse("")),
                secret(tokens.idToken()),
                secret(tokens.refreshToken()));
        String subject = request.context().session().begin(issued, new SignInDetails(loginId, FLOW));
        request.events().on(new SessionEvent.SignedIn(subject, null));
        return new NextStep.Done();
    }

    private static @Nullable Secret secret(@Nullable String token) {
        return token == null ? null : Secret.of(token);
    }

    private static String bounded(@Nullable String challenge) {
        return challenge != null && challenge.matches("\\w{1,60}") ? challenge : "without a name";
    }
}
