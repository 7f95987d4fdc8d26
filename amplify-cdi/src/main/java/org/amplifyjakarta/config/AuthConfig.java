package org.amplifyjakarta.config;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code Auth.Cognito} of Amplify's ResourcesConfig. Immutable.
 *
 * @param userPool null where only guests are served, or nothing is configured
 * @param identityPool null where nobody needs AWS credentials
 * @param groups the pool's groups and their precedence, lowest first in rank
 */
public record AuthConfig(
        @Nullable UserPoolConfig userPool,
        @Nullable IdentityPool identityPool,
        LoginWith loginWith,
        SignUp signUp,
        Mfa mfa,
        Map<String, Integer> groups) {

    public AuthConfig {
        groups = Map.copyOf(groups);
    }

    /**
     * An identity pool.
     *
     * @param endpoint where its API is called
     */
    public record IdentityPool(String identityPoolId, URI endpoint, boolean allowGuestAccess) {

        /** Returns the region that the pool's id names. */
        public String region() {
            return identityPoolId.substring(0, identityPoolId.indexOf(':'));
        }

        static @Nullable IdentityPool read(Values values) {
            String id = values.textOrNull(ConfigKey.IDENTITY_POOL_ID);
            URI endpoint = values.endpoint(ConfigKey.IDENTITY_POOL_ENDPOINT, "");
            boolean guests = values.flag(ConfigKey.ALLOW_GUEST_ACCESS);
            if (id == null) {
                return null;
            }
            if (!id.matches("[\\w-]+:[\\w-]+")) {
                values.fault(
                        ConfigKey.IDENTITY_POOL_ID,
                        "",
                        "is no identity pool id: <region>:<uuid>.",
                        "Copy it from Cognito.");
                return null;
            }
            String region = id.substring(0, id.indexOf(':'));
            URI ofAws = URI.create("https://cognito-identity." + region + "." + UserPoolConfig.dnsSuffix(region) + "/");
            return new IdentityPool(id, endpoint == null ? ofAws : endpoint, guests);
        }
    }

    /** What users sign in with. */
    public record LoginWith(
            boolean username,
            boolean email,
            boolean phone,
            @Nullable OAuth oauth,
            Passwordless passwordless) {

        static LoginWith read(Values values) {
            return new LoginWith(
                    values.flag(ConfigKey.LOGIN_WITH_USERNAME),
                    values.flag(ConfigKey.LOGIN_WITH_EMAIL),
                    values.flag(ConfigKey.LOGIN_WITH_PHONE),
                    OAuth.read(values),
                    Passwordless.read(values));
        }
    }

    /**
     * Managed login.
     *
     * @param domain its domain, without scheme
     */
    public record OAuth(
            String domain,
            List<String> scopes,
            List<String> redirectSignIn,
            List<String> redirectSignOut,
            ResponseType responseType,
            List<String> providers) {

        public OAuth {
            scopes = List.copyOf(scopes);
            redirectSignIn = List.copyOf(redirectSignIn);
            redirectSignOut = List.copyOf(redirectSignOut);
            providers = List.copyOf(providers);
        }

        static @Nullable OAuth read(Values values) {
            String domain = values.textOrNull(ConfigKey.OAUTH_DOMAIN);
            ResponseType type = values.choice(ConfigKey.OAUTH_RESPONSE_TYPE, ResponseType.class);
            if (domain == null) {
                return null;
            }
            if (!domain.matches("[A-Za-z0-9.-]+(:\\d{1,5})?")) {
                values.fault(
                        ConfigKey.OAUTH_DOMAIN, "", "is no host name.", "Write it without scheme and without path.");
                return null;
            }
            return new OAuth(
                    domain,
                    values.list(ConfigKey.OAUTH_SCOPES),
                    values.list(ConfigKey.OAUTH_REDIRECT_SIGN_IN),
                    values.list(ConfigKey.OAUTH_REDIRECT_SIGN_OUT),
                    type,
                    values.list(ConfigKey.OAUTH_PROVIDERS));
        }
    }

    /** What managed login answers with. */
    public enum ResponseType {
        CODE,
        TOKEN
    }

    /** Signing in without a password. */
    public record Passwordless(
            boolean emailOtpEnabled,
            boolean smsOtpEnabled,
            @Nullable String relyingPartyId,
            @Nullable String userVerification,
            @Nullable String preferredChallenge) {

        static Passwordless read(Values values) {
            return new Passwordless(
                    values.flag(ConfigKey.EMAIL_OTP),
                    values.flag(ConfigKey.SMS_OTP),
                    values.textOrNull(ConfigKey.WEB_AUTHN_RELYING_PARTY),
                    values.textOrNull(ConfigKey.WEB_AUTHN_USER_VERIFICATION),
                    values.textOrNull(ConfigKey.PREFERRED_CHALLENGE));
        }
    }

    /** What a new user must give. */
    public record SignUp(
            PasswordFormat passwordFormat,
            List<String> userAttributes,
            @Nullable String verificationMethod) {

        public SignUp {
            userAttributes = List.copyOf(userAttributes);
        }

        static SignUp read(Values values) {
            return new SignUp(
                    PasswordFormat.read(values),
                    values.list(ConfigKey.USER_ATTRIBUTES),
                    values.textOrNull(ConfigKey.SIGN_UP_VERIFICATION));
        }
    }

    /**
     * What a password must look like.
     *
     * @param minLength in characters, 6 to 99
     */
    public record PasswordFormat(
            int minLength,
            boolean requireLowercase,
            boolean requireUppercase,
            boolean requireNumbers,
            boolean requireSpecialCharacters) {

        static PasswordFormat read(Values values) {
            return new PasswordFormat(
                    values.number(ConfigKey.PASSWORD_MIN_LENGTH, "", 6, 99),
                    values.flag(ConfigKey.PASSWORD_LOWERCASE),
                    values.flag(ConfigKey.PASSWORD_UPPERCASE),
                    values.flag(ConfigKey.PASSWORD_NUMBERS),
                    values.flag(ConfigKey.PASSWORD_SPECIAL));
        }
    }

    /** The second factor. */
    public record Mfa(Status status, boolean smsEnabled, boolean totpEnabled) {

        /** Whether users have one. */
        public enum Status {
            ON,
            OPTIONAL,
            OFF
        }

        static Mfa read(Values values) {
            return new Mfa(
                    values.choice(ConfigKey.MFA_STATUS, Status.class),
                    values.flag(ConfigKey.MFA_SMS),
                    values.flag(ConfigKey.MFA_TOTP));
        }
    }

    static AuthConfig read(Values values) {
        Map<String, Integer> groups = new LinkedHashMap<>();
        for (String name : values.names(ConfigKey.GROUP_PRECEDENCE)) {
            groups.put(name, values.number(ConfigKey.GROUP_PRECEDENCE, name, 0, Integer.MAX_VALUE));
        }
        return new AuthConfig(
                UserPoolConfig.read(values),
                IdentityPool.read(values),
                LoginWith.read(values),
                SignUp.read(values),
                Mfa.read(values),
                groups);
    }
}
