package org.amplifyjakarta.datastore;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
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
    private static final Set<String> NOTHING_TO_SHOW =
            Set.of("NoApiKey", "NoValidAuthTokens", "NoCredentials", "NoAuthorizationHeader");

    private static final int TOO_MANY_REQUESTS = 429;

    /** Reads in the first mode that the API answers well; what nobody answered is no answer. */
    <R> R read(ModelSchema model, Function<GraphQLOptions, R> reading) {
        return first(
                model,
                reading,
                e -> e.statusCode() != 0 && e.statusCode() != TOO_MANY_REQUESTS && e.statusCode() < 500);
    }

    /** Writes in the first mode that the API lets in; another failure may be one of a write that was done. */
    <R> R write(ModelSchema model, Function<GraphQLOptions, R> writing) {
        return first(model, writing, GraphQLException::isUnauthorized);
    }

    private <R> R first(
            ModelSchema model, Function<GraphQLOptions, R> operation, Predicate<GraphQLException> isRefusal) {
        Iterator<AuthMode> modes = of(model).iterator();
        while (true) {
            AuthMode mode = modes.next();
            try {
                return operation.apply(options(mode));
            } catch (AmplifyException e) {
                boolean refused = e instanceof GraphQLException answered
                        ? isRefusal.test(answered)
                        : NOTHING_TO_SHOW.contains(e.name());
                if (!refused || !modes.hasNext()) {
                    throw e;
                }
            }
        }
    }

    /** Never empty. */
    private List<AuthMode> of(ModelSchema model) {
        List<AuthMode> modes = api.dataStore().authModeStrategy() == AuthModeStrategy.DEFAULT
                ? List.of()
                : of(model.rules(), this::isSignedIn);
        return modes.isEmpty() ? List.of(api.defaultAuthMode()) : modes;
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
                    case "iam" -> rule.allow().equals("private") ? Optional.of(AuthMode.IAM) : Optional.empty();
                    default -> Optional.empty();
                };
            case "public" -> Optional.of(provider(rule).equals("iam") ? AuthMode.IAM : AuthMode.API_KEY);
            default -> Optional.empty();
        };
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

    private GraphQLOptions options(AuthMode mode) {
        GraphQLOptions options = GraphQLOptions.DEFAULT.as(mode);
        return mode == AuthMode.LAMBDA && functionAuth != null ? options.withAuthToken(functionAuth.token()) : options;
    }
}
