package org.amplifyjakarta.it.localaws;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.amplifyjakarta.it.localaws.TokenIssuer.Grant;
import org.jspecify.annotations.Nullable;

/** Cognito user pools: the operations that Amplify JS and this library call. */
final class UserPoolService {

    static final String POOL_ID = "us-east-1_LocalPool";

    private static final String POOL_NAME = "LocalPool";
    private static final int MAX_EXCHANGES = 1_000;

    private final TokenIssuer issuer;
    private final InstantSource clock;
    private final Supplier<Settings> settings;
    private final PoolUsers users;
    private final Grants grants;
    private final SignUps signUps;
    private final PasswordResets resets;
    private final Challenges challenges;
    private final Accounts accounts;
    private final Map<String, Srp> exchanges = new LinkedHashMap<>();

    UserPoolService(
            TokenIssuer issuer,
            InstantSource clock,
            Supplier<Settings> settings,
            PoolUsers users,
            Grants grants,
            Mailbox mailbox) {
        this.issuer = issuer;
        this.users = users;
        this.grants = grants;
        this.clock = clock;
        this.settings = settings;
        SentCodes codes = new SentCodes(clock);
        this.signUps = new SignUps(users, codes, mailbox, settings);
        this.resets = new PasswordResets(users, codes, mailbox, settings);
        SignInSessions sessions = new SignInSessions(clock, settings);
        SoftwareTokens softwareTokens = new SoftwareTokens(clock, users, sessions);
        SecondFactors factors = new SecondFactors(sessions, mailbox, settings, this::newSession);
        this.challenges = new Challenges(users, sessions, factors, softwareTokens, settings);
        this.accounts = new Accounts(users, grants, codes, softwareTokens, request -> authorized(request)
                .getSubject());
    }

    JsonObject call(String operation, JsonObject body) {
        PoolRequest request = new PoolRequest(body);
        return switch (operation) {
            case "InitiateAuth" -> initiateAuth(request);
            case "RespondToAuthChallenge" -> respondToAuthChallenge(request);
            case "GetTokensFromRefreshToken" -> getTokensFromRefreshToken(request);
            case "RevokeToken" -> revokeToken(request);
            case "GlobalSignOut" -> globalSignOut(request);
            case "GetUser" -> accounts.get(request);
            case "DeleteUser" -> accounts.delete(request);
            case "SetUserMFAPreference" -> accounts.setPreference(request);
            case "AssociateSoftwareToken" -> accounts.associateSoftwareToken(request);
            case "VerifySoftwareToken" -> accounts.verifySoftwareToken(request);
            case "SignUp" -> signUps.signUp(request);
            case "ConfirmSignUp" -> signUps.confirm(request);
            case "ResendConfirmationCode" -> signUps.resend(request);
            case "ForgotPassword" -> resets.forgot(request);
            case "ConfirmForgotPassword" -> resets.confirm(request);
            default -> throw ServiceError.of("UnknownOperationException", operation + ": is not served here.");
        };
    }

    /** Signs a user in without a password, as a test needs it. */
    SignedIn signIn(LocalUser user, String clientId, Instant at, int seconds) {
        Grant grant = grant(user, clientId, at);
        return new SignedIn(
                user.username(),
                issuer.accessToken(grant, at, seconds),
                issuer.idToken(grant, at, seconds),
                grants.newToken(grant));
    }

    /** Ends all sessions of a user. */
    void revokeAllOf(String username) {
        grants.revokeAllOf(users.named(username).orElseThrow().sub());
    }

    private JsonObject initiateAuth(PoolRequest request) {
        AppClient client = request.client();
        PoolRequest parameters = request.object("AuthParameters");
        String flow = request.text("AuthFlow");
        switch (flow) {
            case "USER_SRP_AUTH" -> {
                String username = parameters.text("USERNAME");
                client.requireSecretHash(
                        username, parameters.optional("SECRET_HASH").orElse(""));
                return srpChallenge(username, parameters.text("SRP_A"));
            }
            case "USER_PASSWORD_AUTH" -> {
                String username = parameters.text("USERNAME");
                client.requireSecretHash(
                        username, parameters.optional("SECRET_HASH").orElse(""));
                return passwordAnswer(client, username, parameters.text("PASSWORD"));
            }
            case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> {
                return refreshByInitiateAuth(client, parameters);
            }
            default -> throw ServiceError.of("InvalidParameterException", flow + " flow not enabled for this client");
        }
    }

    private JsonObject srpChallenge(String username, String srpA) {
        // a user who does not exist gets a challenge as well, as with "prevent user existence errors"
        String password = users.named(username).map(LocalUser::password).orElseGet(() -> UUID.randomUUID()
                .toString());
        Srp srp = new Srp(POOL_NAME, username, password, srpA);
        synchronized (exchanges) {
            exchanges.put(srp.secretBlock(), srp);
            if (exchanges.size() > MAX_EXCHANGES) {
                exchanges.remove(exchanges.keySet().iterator().next());
            }
        }
        return Json.createObjectBuilder()
                .add("ChallengeName", "PASSWORD_VERIFIER")
                .add(
                        "ChallengeParameters",
                        Json.createObjectBuilder()
                                .add("SALT", srp.saltHex())
                                .add("SECRET_BLOCK", srp.secretBlock())
                                .add("SRP_B", srp.serverBHex())
                                .add("USERNAME", username)
                                .add("USER_ID_FOR_SRP", username))
                .build();
    }

    private JsonObject respondToAuthChallenge(PoolRequest request) {
        AppClient client = request.client();
        PoolRequest responses = request.object("ChallengeResponses");
        client.requireSecretHash(
                responses.text("USERNAME"), responses.optional("SECRET_HASH").orElse(""));
        return request.text("ChallengeName").equals("PASSWORD_VERIFIER")
                ? passwordVerifier(client, responses)
                : challenges.respond(request);
    }

    private JsonObject passwordVerifier(AppClient client, PoolRequest responses) {
        Srp srp;
        synchronized (exchanges) {
            srp = exchanges.remove(responses.text("PASSWORD_CLAIM_SECRET_BLOCK"));
        }
        if (srp == null
                || !srp.isSignedRight(responses.text("TIMESTAMP"), responses.text("PASSWORD_CLAIM_SIGNATURE"))) {
            throw wrongPassword();
        }
        return challenges.afterPassword(
                client, users.named(srp.username()).orElseThrow(UserPoolService::wrongPassword));
    }

    private JsonObject passwordAnswer(AppClient client, String username, String password) {
        return challenges.afterPassword(
                client, users.withPassword(username, password).orElseThrow(UserPoolService::wrongPassword));
    }

    private JsonObject refreshByInitiateAuth(AppClient client, PoolRequest parameters) {
        if (settings.get().rotateRefreshTokens()) {
            throw ServiceError.of(
                    "InvalidParameterException", "REFRESH_TOKEN_AUTH is not enabled with refresh token rotation");
        }
        String token = parameters.text("REFRESH_TOKEN");
        Grant grant = grants.use(token, client.id(), Duration.ZERO, clock.instant());
        client.requireSecretHash(
                grant.user().username(), parameters.optional("SECRET_HASH").orElse(""));
        return answer(grant, null);
    }

    private JsonObject getTokensFromRefreshToken(PoolRequest request) {
        AppClient client = request.client();
        if (client.secret() != null
                && !client.secret().equals(request.optional("ClientSecret").orElse(""))) {
            throw ServiceError.notAuthorized("Unable to verify secret for client " + client.id());
        }
        Refreshed refreshed = refresh(client, request.text("RefreshToken"));
        return answer(refreshed.grant(), refreshed.newToken());
    }

    /** What a refresh token stands for, and the one that comes in its place, null for none. */
    record Refreshed(Grant grant, @Nullable String newToken) {

        @Override
        public String toString() {
            return "Refreshed[" + grant.originJti() + "]";
        }
    }

    /** Takes a refresh token, by the rule of rotation. */
    Refreshed refresh(AppClient client, String token) {
        Settings now = settings.get();
        Grant grant =
                grants.use(token, client.id(), Duration.ofSeconds(now.refreshTokenGraceSeconds()), clock.instant());
        if (!now.rotateRefreshTokens()) {
            return new Refreshed(grant, null);
        }
        grants.rotated(token, clock.instant());
        return new Refreshed(grant, grants.newToken(grant));
    }

    private JsonObject revokeToken(PoolRequest request) {
        grants.revoke(request.text("Token"), request.client().id());
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private JsonObject globalSignOut(PoolRequest request) {
        grants.revokeAllOf(authorized(request).getSubject());
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private JWTClaimsSet authorized(PoolRequest request) {
        return authorized(request.text("AccessToken"), Grant.API_SCOPE);
    }

    /** Returns the claims of an access token that is alive and has a scope. */
    JWTClaimsSet authorized(String accessToken, String scope) {
        JWTClaimsSet claims = issuer.verified(accessToken, "access", clock.instant())
                .orElseThrow(() -> ServiceError.notAuthorized("Invalid Access Token"));
        if (grants.isRevoked(String.valueOf(claims.getClaim("origin_jti")))) {
            throw ServiceError.notAuthorized("Access Token has been revoked");
        }
        if (!List.of(String.valueOf(claims.getClaim("scope")).split(" ")).contains(scope)) {
            throw ServiceError.notAuthorized("Access Token does not have required scopes");
        }
        return claims;
    }

    private JsonObject newSession(AppClient client, LocalUser user) {
        Grant grant = grant(user, client.id(), clock.instant());
        return answer(grant, grants.newToken(grant));
    }

    private static Grant grant(LocalUser user, String clientId, Instant at) {
        return new Grant(user, clientId, UUID.randomUUID().toString(), at, Grant.API_SCOPE);
    }

    private JsonObject answer(Grant grant, @Nullable String refreshToken) {
        Instant now = clock.instant();
        int seconds = settings.get().accessTokenSeconds();
        JsonObjectBuilder result = Json.createObjectBuilder()
                .add("AccessToken", issuer.accessToken(grant, now, seconds))
                .add("ExpiresIn", seconds)
                .add("IdToken", issuer.idToken(grant, now, seconds))
                .add("TokenType", "Bearer");
        if (refreshToken != null) {
            result.add("RefreshToken", refreshToken);
        }
        return Json.createObjectBuilder()
                .add("AuthenticationResult", result)
                .add("ChallengeParameters", JsonValue.EMPTY_JSON_OBJECT)
                .build();
    }

    private static ServiceError wrongPassword() {
        return ServiceError.notAuthorized("Incorrect username or password.");
    }
}
