package org.amplifyjakarta.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every configuration key, with its default. {@code *} stands for a name that the application chooses. Durations are
 * ISO-8601 ({@code PT30S}), lists are parted by commas.
 *
 * <p>A further configuration (a tenant) has the same keys below {@code amplify.config.<name>.} instead of
 * {@code amplify.}.
 */
public enum ConfigKey {
    OUTPUTS("outputs", null, "Amplify's file: `classpath:<name>`, a path, a `file:` URI, or the JSON itself"),

    USER_POOL_ID("auth.user-pool-id", null, "id of the Cognito user pool"),
    USER_POOL_CLIENT_ID("auth.user-pool-client-id", null, "id of the app client"),
    USER_POOL_CLIENT_SECRET("auth.user-pool-client-secret", null, "secret of the app client, if it has one"),
    USER_POOL_ENDPOINT("auth.user-pool-endpoint", null, "address of the user pool's API, in place of AWS's"),
    ISSUER("auth.issuer", null, "issuer of the tokens, in place of AWS's"),
    JWKS_URI("auth.jwks-uri", null, "address of the key set; by default below the issuer"),
    IDENTITY_POOL_ID("auth.identity-pool-id", null, "id of the Cognito identity pool"),
    IDENTITY_POOL_ENDPOINT(
            "auth.identity-pool-endpoint", null, "address of the identity pool's API, in place of AWS's"),
    ALLOW_GUEST_ACCESS("auth.allow-guest-access", "false", "whether guests get AWS credentials"),
    LOGIN_WITH_USERNAME("auth.login-with.username", "false", "whether users sign in with a user name"),
    LOGIN_WITH_EMAIL("auth.login-with.email", "false", "whether users sign in with their e-mail address"),
    LOGIN_WITH_PHONE("auth.login-with.phone", "false", "whether users sign in with their telephone number"),
    OAUTH_DOMAIN("auth.oauth.domain", null, "domain of managed login, without scheme"),
    OAUTH_SCOPES("auth.oauth.scopes", null, "scopes asked for"),
    OAUTH_REDIRECT_SIGN_IN("auth.oauth.redirect-sign-in", null, "addresses to return to after signing in"),
    OAUTH_REDIRECT_SIGN_OUT("auth.oauth.redirect-sign-out", null, "addresses to return to after signing out"),
    OAUTH_RESPONSE_TYPE("auth.oauth.response-type", "code", "`code`; `token` serves browsers only"),
    OAUTH_PROVIDERS("auth.oauth.providers", null, "social and other identity providers"),
    EMAIL_OTP("auth.passwordless.email-otp-enabled", "false", "whether codes by e-mail replace passwords"),
    SMS_OTP("auth.passwordless.sms-otp-enabled", "false", "whether codes by SMS replace passwords"),
    WEB_AUTHN_RELYING_PARTY("auth.passwordless.web-authn.relying-party-id", null, "relying party of passkeys"),
    WEB_AUTHN_USER_VERIFICATION(
            "auth.passwordless.web-authn.user-verification", null, "`required` or `preferred`, for passkeys"),
    PREFERRED_CHALLENGE("auth.passwordless.preferred-challenge", null, "first challenge offered"),
    GROUP_PRECEDENCE("auth.groups.*.precedence", null, "a group of the pool, and its precedence (0 is first)"),
    MFA_STATUS("auth.mfa.status", "off", "`on`, `optional` or `off`"),
    MFA_SMS("auth.mfa.sms-enabled", "false", "whether a second factor may be an SMS"),
    MFA_TOTP("auth.mfa.totp-enabled", "false", "whether a second factor may be an authenticator app"),
    PASSWORD_MIN_LENGTH("auth.password-format.min-length", "6", "characters a password has at least, 6 to 99"),
    PASSWORD_LOWERCASE("auth.password-format.require-lowercase", "false", "whether it needs a lower-case letter"),
    PASSWORD_UPPERCASE("auth.password-format.require-uppercase", "false", "whether it needs an upper-case letter"),
    PASSWORD_NUMBERS("auth.password-format.require-numbers", "false", "whether it needs a digit"),
    PASSWORD_SPECIAL(
            "auth.password-format.require-special-characters", "false", "whether it needs a special character"),
    USER_ATTRIBUTES("auth.user-attributes", null, "attributes that a new user must give"),
    SIGN_UP_VERIFICATION("auth.sign-up-verification-method", null, "`code` or `link`"),

    ROUTES_PATH("auth.routes.path", "/api/auth", "path within the application below which the sign-in routes are"),
    ROUTES_SIGN_IN_COMPLETE(
            "auth.routes.redirect-on-sign-in-complete", "/", "local path to go to after signing in by them"),
    ROUTES_SIGN_OUT_COMPLETE(
            "auth.routes.redirect-on-sign-out-complete", "/", "local path to go to after signing out by them"),

    TOKEN_REFRESH_API(
            "token.refresh-api",
            "get-tokens-from-refresh-token",
            "`get-tokens-from-refresh-token`, or `initiate-auth` for clients and emulators without it"),
    TOKEN_REFRESH_GRACE(
            "token.refresh-grace", "PT30S", "how long late comers with old cookies get the same new tokens, to PT5M"),
    TOKEN_EXPIRY_TOLERANCE("token.expiry-tolerance", "PT5S", "how long before its end a token is refreshed, to PT10M"),
    TOKEN_CONNECT_TIMEOUT("token.connect-timeout", "PT2S", "limit for connecting to Cognito, to PT1M"),
    TOKEN_CALL_TIMEOUT("token.call-timeout", "PT5S", "limit for one call of Cognito with its retry, to PT2M"),
    TOKEN_JWKS_CACHE_TIME("token.jwks-cache-time", "PT6H", "age at which keys are fetched anew, PT1M to P7D"),
    TOKEN_JWKS_REFETCH(
            "token.jwks-min-refetch-interval", "PT10S", "least time between two fetches of keys, PT1S to PT10M"),
    TOKEN_CACHE_SIZE("token.verified-token-cache-size", "10000", "verified tokens remembered, 0 to 1000000"),

    SESSION_MODE(
            "session.mode",
            "cookies",
            "`cookies`: in those of Amplify; `encrypted`: sealed, in cookies of its own; `stored`: in a cache of JCache; "
                    + "the latter two for sign-in at this server alone"),
    SESSION_KEYS(
            "session.keys", null, "keys of encrypted sessions, `<id>:<32 bytes in base64>` each; the first one seals"),

    SESSION_CACHE(
            "session.cache.name", "amplify-sessions", "name of the cache of stored sessions; made where there is none"),
    SESSION_CACHE_PROVIDER(
            "session.cache.provider", null, "class of the caching provider, where JCache finds more than one"),
    SESSION_CACHE_URI(
            "session.cache.uri", null, "the caching provider's configuration: `classpath:hazelcast.xml`, for one"),
    SESSION_CACHE_EXPIRY(
            "session.cache.expiry",
            "P30D",
            "how long a cache that is made keeps a session that nobody refreshes, PT1M to P400D"),

    COOKIE_DOMAIN("cookie.domain", null, "Domain of the cookies; the host alone without it"),
    COOKIE_PATH("cookie.path", "/", "Path of the cookies; with sign-in routes none but `/`"),
    COOKIE_SAME_SITE(
            "cookie.same-site", "Lax", "`Strict`, `Lax` or `None`; with sign-in routes `Strict` where it is not set"),
    COOKIE_SECURE(
            "cookie.secure",
            "true",
            "Secure; browsers accept it on http://localhost too; with sign-in routes as their origin has it"),
    COOKIE_HTTP_ONLY(
            "cookie.http-only",
            "false",
            "HttpOnly; Amplify JS in the browser cannot read those; with sign-in routes `true` where it is not set"),
    COOKIE_MAX_AGE("cookie.max-age", "P365D", "life of a cookie, PT1S to P400D"),

    GUARD_PROTECT("guard.protect", null, "path patterns for signed-in users only: `/account`, `/a/*`, `/b/**`"),
    GUARD_PUBLIC("guard.public", null, "path patterns for everybody; they win over `protect`"),
    GUARD_DEFAULT_DENY("guard.default-deny", "false", "whether all that is not public is for signed-in users only"),
    GUARD_SIGN_IN_PAGE("guard.sign-in-page", "/sign-in", "local path to which page views of guests are sent"),
    GUARD_BEARER("guard.bearer", "false", "whether `Authorization: Bearer <access token>` is accepted"),
    GUARD_MECHANISM(
            "guard.mechanism",
            "false",
            "whether Jakarta Security is told of the user, for `security-constraint`, EJBs and `SecurityContext`"),
    CSRF_ENABLED("csrf.enabled", "true", "whether cross-site requests that change state are refused"),
    CSRF_ALLOWED_ORIGINS("csrf.allowed-origins", null, "other origins that may send them"),
    APP_ORIGIN("app-origin", null, "the application's own origin, as browsers see it"),

    GRAPHQL_ENDPOINT("graphql.endpoint", null, "address of the GraphQL API"),
    GRAPHQL_REGION("graphql.region", null, "its region"),
    GRAPHQL_API_KEY("graphql.api-key", null, "its API key"),
    GRAPHQL_AUTH_MODE(
            "graphql.default-auth-mode",
            "iam",
            "`apiKey`, `userPool`, `oidc`, `iam`, `identityPool`, `lambda`, `none`"),
    GRAPHQL_CUSTOM_ENDPOINT("graphql.custom-endpoint", null, "another address for it, with authorization of its own"),
    GRAPHQL_CUSTOM_REGION("graphql.custom-endpoint-region", null, "the region of that address"),
    GRAPHQL_INTROSPECTION("graphql.model-introspection", null, "the models, as JSON"),
    GRAPHQL_CONFLICT_RESOLUTION(
            "graphql.conflict-resolution-mode",
            "none",
            "how the API settles conflicting writes: `automerge`, `optimistic-concurrency`, `lambda`, `none`"),
    GRAPHQL_SCHEMA(
            "graphql.schema",
            null,
            "schema to check documents against: `classpath:<name>`, a path, a `file:` URI, or the SDL itself"),

    DATASTORE_AUTH_MODES(
            "datastore.auth-mode-strategy",
            "default",
            "`default`: the API's auth mode; `multi-auth`: those of a model's rules, one after the other"),
    DATASTORE_MAX_RECORDS(
            "datastore.max-records-to-sync", "10000", "records that one query reads at most, 1 to 1000000"),

    REST_ENDPOINT("rest.*.endpoint", null, "address of the REST API of that name"),
    REST_REGION("rest.*.region", null, "its region"),
    REST_SERVICE("rest.*.service", "execute-api", "its AWS service name, for signing"),
    REST_AUTH_MODE("rest.*.auth-mode", "iam", "`iam` (signed), `id-token`, `access-token` or `none`"),

    STORAGE_BUCKET("storage.bucket", null, "name of the default bucket"),
    STORAGE_REGION("storage.region", null, "region of the default bucket"),
    STORAGE_ENDPOINT("storage.endpoint", null, "address of S3, in place of AWS's; for tests"),
    STORAGE_CHECK_ACCESS("storage.check-access", "false", "whether access rules are checked before S3 is called"),
    BUCKET_NAME("storage.buckets.*.bucket-name", null, "bucket behind a friendly name"),
    BUCKET_REGION("storage.buckets.*.region", null, "its region"),
    BUCKET_PATHS("storage.buckets.*.paths", null, "its access rules, as JSON");

    private static final String PREFIX = "amplify.";

    private final String key;
    private final @Nullable String defaultValue;
    private final String meaning;

    ConfigKey(String key, @Nullable String defaultValue, String meaning) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    /** Returns the key as it is written in a properties file, with {@code *} where a name goes. */
    public String key() {
        return PREFIX + key;
    }

    /** Returns the key for the thing of that name. */
    public String key(String name) {
        return PREFIX + key.replace("*", name);
    }

    /** Returns the value that holds where none is configured. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** Returns what the key means, in a line. */
    public String meaning() {
        return meaning;
    }

    boolean isSecret() {
        return this == USER_POOL_CLIENT_SECRET || this == GRAPHQL_API_KEY || this == SESSION_KEYS || this == OUTPUTS;
    }

    /** Returns the part of the key below the prefix, for the thing of that name. */
    String below(String name) {
        return key.replace("*", name);
    }
}
