package org.amplifyjakarta.it.localaws;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.amplifyjakarta.it.localaws.AuthorizationCodes.Issued;
import org.amplifyjakarta.it.localaws.UserPoolService.Refreshed;

/** What an app meets of Cognito's managed login: token, revoke and userInfo. */
final class TokenEndpoint {

    /** The scope that shows an attribute; one that is not named here is shown with any. */
    private static final Map<String, String> SCOPES =
            Map.of("email", "email", "email_verified", "email", "name", "profile");

    private static final String JWT = "[^.]+\\.[^.]+\\.[^.]+";
    private static final String BEARER = "Bearer ";

    private final AuthorizationCodes codes;
    private final RegisteredUrls urls;
    private final UserPoolService userPool;
    private final PoolUsers users;
    private final Grants grants;
    private final TokenAnswers answers;

    TokenEndpoint(
            AuthorizationCodes codes,
            RegisteredUrls urls,
            UserPoolService userPool,
            PoolUsers users,
            Grants grants,
            TokenAnswers answers) {
        this.codes = codes;
        this.urls = urls;
        this.userPool = userPool;
        this.users = users;
        this.grants = grants;
        this.answers = answers;
    }

    Reply token(WebRequest request) {
        Form body = request.body();
        String grantType = body.required("grant_type");
        AppClient client = ClientAuthentication.client(request);
        return switch (grantType) {
            case "authorization_code" -> {
                Issued issued = codes.redeem(client, body, urls);
                yield answers.reply(issued.grant(), issued.nonce(), grants.newToken(issued.grant()));
            }
            case "refresh_token" -> refreshed(client, body.required("refresh_token"));
            case "client_credentials" ->
                throw OAuthError.of("unauthorized_client", "The client may not have tokens of its own.");
            default -> throw OAuthError.of("unsupported_grant_type", "The grant type is not known.");
        };
    }

    Reply revoke(WebRequest request) {
        String token = request.body().required("token");
        AppClient client = ClientAuthentication.client(request);
        if (token.matches(JWT)) {
            throw OAuthError.of("unsupported_token_type", "Only a refresh token can be revoked.");
        }
        try {
            grants.revoke(token, client.id());
        } catch (ServiceError e) {
            // what does not exist needs no revoking, RFC 7009 §2.2
            if (e.type().equals("UnauthorizedException")) {
                throw OAuthError.of("invalid_client", "The token is of another app client.");
            }
        }
        return Reply.empty(200);
    }

    Reply userInfo(WebRequest request) {
        String authorization = request.authorization();
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return unauthorized("invalid_request", "The request has no access token.");
        }
        try {
            JWTClaimsSet claims = userPool.authorized(authorization.substring(BEARER.length()), "openid");
            LocalUser user = users.withSub(claims.getSubject())
                    .orElseThrow(() -> ServiceError.notAuthorized("User does not exist."));
            return Reply.json(
                    200, shown(user, String.valueOf(claims.getClaim("scope"))).build());
        } catch (ServiceError e) {
            return unauthorized("invalid_token", e.text());
        }
    }

    private Reply refreshed(AppClient client, String refreshToken) {
        try {
            Refreshed refreshed = userPool.refresh(client, refreshToken);
            return answers.reply(refreshed.grant(), null, refreshed.newToken());
        } catch (ServiceError e) {
            throw OAuthError.invalidGrant(e.text());
        }
    }

    private static JsonObjectBuilder shown(LocalUser user, String scope) {
        // openid alone shows everything
        boolean all = !scope.matches(".*\\b(email|profile|phone)\\b.*");
        JsonObjectBuilder shown = Json.createObjectBuilder().add("username", user.username());
        user.attributes().forEach((name, value) -> {
            String needed = SCOPES.get(name);
            if (all || needed == null || scope.matches(".*\\b" + needed + "\\b.*")) {
                shown.add(name, value);
            }
        });
        return shown;
    }

    private static Reply unauthorized(String error, String description) {
        return Reply.json(
                        401,
                        Json.createObjectBuilder()
                                .add("error", error)
                                .add("error_description", description)
                                .build())
                .with(
                        "WWW-Authenticate",
                        "Bearer error=\"%s\", error_description=\"%s\"".formatted(error, description));
    }
}
