package org.amplifyjakarta.datastore;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.config.DataStoreConfig.AuthModeStrategy;
import org.amplifyjakarta.config.GraphQlConfig;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.ModelSchema.AuthRule;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.token.SessionEndedException;
import org.jspecify.annotations.Nullable;

/** In which auth modes a model is asked for, one after the other: {@code multiAuthStrategy} of Amplify JS 5.3. */
record AuthModes(
        AmplifyContext context, GraphQlConfig api, @Nullable FunctionAuthProvider functionAuth) {

    private static final List<String> ALLOW = List.of("custom", "owner", "groups", "private", "public");
    private static final Set<String> FOR_USERS = Set.of("owner", "groups", "private");
    private static final List<String> PROVIDERS = List.of("function", "userPools", "oidc", "iam", "apiKey");

    /** What is thrown before a request is sent, for lack of what its mode asks for. */
    private static final Set<String> NOTHING_TO_SHOW = Set.of(
            "NoApiKey", "NoValidAuthTokens", "NoCredentials", "NoAuthorizationHeader", "UserUnAuthenticatedException");

    /** Reads, or writes, in the first mode that is not refused; whatever else goes wrong is told. */
    <R> R first(ModelSchema model, Function<GraphQLOptions, R> operation) {
        Iterator<GraphQLOptions> modes = of(model).iterator();
        while (true) {
            GraphQLOptions mode = modes.next();
            try {
                return operation.apply(mode);
            } catch (AmplifyException e) {
                if (!isRefusal(e) || !modes.hasNext()) {
                    throw e;
                }
            }
        }
    }

    private static boolean isRefusal(AmplifyException e) {
        return e instanceof GraphQLException answered
                ? answered.isRefused()
                : e instanceof SessionEndedException || NOTHING_TO_SHOW.contains(e.name());
    }

    /** Never empty. */
    private List<GraphQLOptions> of(ModelSchema model) {
        GraphQlConfig.CustomEndpoint custom = api.custom();
        boolean isToldNothing = custom != null && custom.region() == null;
        List<AuthMode> modes = isToldNothing || api.dataStore().authModeStrategy() == AuthModeStrategy.DEFAULT
                ? List.of()
                : of(model.rules(), this::isSignedIn);
        if (!modes.isEmpty()) {
            return modes.stream()
                    .map(mode -> options(GraphQLOptions.DEFAULT.as(mode), mode))
                    .toList();
        }
        return List.of(isToldNothing ? GraphQLOptions.DEFAULT : options(GraphQLOptions.DEFAULT, api.defaultAuthMode()));
    }

    /** What these rules give; asks whether somebody is signed in only where that matters. */
    static List<AuthMode> of(List<AuthRule> rules, BooleanSupplier isSignedIn) {
        return rules.stream()
                .sorted(Comparator.comparingInt((AuthRule rule) -> rank(ALLOW, rule.allow()))
                        .thenComparingInt(rule -> rank(PROVIDERS, provider(rule))))
                .flatMap(rule -> mode(rule).stream()
                        .filter(mode -> !FOR_USERS.contains(rule.allow()) || isSignedIn.getAsBoolean()))
                .distinct()
                .toList();
    }

    private static Optional<AuthMode> mode(AuthRule rule) {
        return switch (rule.allow()) {
            case "custom" -> provider(rule).equals("function") ? Optional.of(AuthMode.LAMBDA) : Optional.empty();
            case "owner", "groups", "private" ->
                switch (provider(rule)) {
                    case "userPools" -> Optional.of(AuthMode.USER_POOL);
                    case "oidc" -> Optional.of(AuthMode.OIDC);
                    case "iam", "identityPool" ->
                        rule.allow().equals("private") ? Optional.of(AuthMode.IAM) : Optional.empty();
                    default -> Optional.empty();
                };
            case "public" -> Optional.of(isSigned(rule) ? AuthMode.IAM : AuthMode.API_KEY);
            default -> Optional.empty();
        };
    }

    /** By newer schemas' name for it as well. */
    private static boolean isSigned(AuthRule rule) {
        return provider(rule).equals("iam") || provider(rule).equals("identityPool");
    }

    /** What a rule that names none has; one for owners or groups has to name it. */
    private static String provider(AuthRule rule) {
        if (!rule.provider().isEmpty()) {
            return rule.provider();
        }
        return switch (rule.allow()) {
            case "custom" -> "function";
            case "private" -> "userPools";
            case "public" -> "apiKey";
            default -> "";
        };
    }

    private static int rank(List<String> order, String name) {
        int index = order.indexOf(name);
        return index < 0 ? order.size() : index;
    }

    private boolean isSignedIn() {
        try {
            return context.tokens().tokens().isPresent();
        } catch (SessionEndedException e) {
            return false;
        }
    }

    private GraphQLOptions options(GraphQLOptions options, AuthMode mode) {
        return mode == AuthMode.LAMBDA && functionAuth != null ? options.withAuthToken(functionAuth.token()) : options;
    }
}
