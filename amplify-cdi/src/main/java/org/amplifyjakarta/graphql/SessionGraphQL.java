package org.amplifyjakarta.graphql;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.amplifyjakarta.config.GraphQlConfig;
import org.amplifyjakarta.document.OperationType;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.transport.Authorization;
import org.amplifyjakarta.transport.HeaderText;
import org.amplifyjakarta.transport.HttpAnswer;
import org.amplifyjakarta.transport.HttpCall;
import org.amplifyjakarta.transport.HttpTransport;
import org.amplifyjakarta.transport.NoAnswerException;
import org.amplifyjakarta.transport.OutgoingRequest;

/** {@link AmplifyGraphQL} for whatever session is current at each call. */
public final class SessionGraphQL implements AmplifyGraphQL, AutoCloseable {

    /** AppSync answers at most 5 MB. */
    private static final long MAX_BYTES = 16L * 1024 * 1024;

    private final Supplier<AmplifyContext> session;
    private final HttpTransport transport;
    private final JsonProvider provider = JsonProvider.provider();
    private final Jsonb json = JsonbBuilder.create();
    private final GraphQLAnswers answers = new GraphQLAnswers(provider.createReaderFactory(Map.of()), json);
    private final GraphQLVariables variables = new GraphQLVariables(provider, json);

    /** Makes the one of an application. */
    public SessionGraphQL(Supplier<AmplifyContext> session, InstantSource clock) {
        this.session = session;
        this.transport = new HttpTransport(clock, MAX_BYTES);
    }

    @Override
    public GraphQLResult query(String document, Map<String, ?> values, GraphQLOptions options) {
        return query(session.get(), document, values, options);
    }

    @Override
    public GraphQLResult mutate(String document, Map<String, ?> values, GraphQLOptions options) {
        return mutate(session.get(), document, values, options);
    }

    @Override
    public AmplifyGraphQL in(AmplifyContext context) {
        return new InContext(this, context);
    }

    @Override
    public void close() {
        transport.close();
        try {
            json.close();
        } catch (Exception e) {
            throw new IllegalStateException("GraphQL: JSON-B could not be closed.", e);
        }
    }

    /** In one session, whatever is current. */
    private record InContext(SessionGraphQL api, AmplifyContext context) implements AmplifyGraphQL {

        @Override
        public GraphQLResult query(String document, Map<String, ?> values, GraphQLOptions options) {
            return api.query(context, document, values, options);
        }

        @Override
        public GraphQLResult mutate(String document, Map<String, ?> values, GraphQLOptions options) {
            return api.mutate(context, document, values, options);
        }

        @Override
        public AmplifyGraphQL in(AmplifyContext other) {
            return new InContext(api, other);
        }
    }

    private GraphQLResult query(
            AmplifyContext context, String document, Map<String, ?> values, GraphQLOptions options) {
        OperationType.QUERY.require(document);
        return send(context, document, values, options, true);
    }

    private GraphQLResult mutate(
            AmplifyContext context, String document, Map<String, ?> values, GraphQLOptions options) {
        OperationType.MUTATION.require(document);
        return send(context, document, values, options, false);
    }

    private GraphQLResult send(
            AmplifyContext context, String document, Map<String, ?> values, GraphQLOptions options, boolean harmless) {
        GraphQlConfig api = context.config().apis().graphQl();
        if (api == null) {
            throw GraphQLMessages.noEndpoint();
        }
        byte[] body = provider.createObjectBuilder()
                .add("query", document)
                .add("variables", variables.object(values))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        OutgoingRequest request = new OutgoingRequest(
                "POST",
                api.custom() == null ? api.endpoint() : api.custom().endpoint(),
                headers(options.headers().of(document, values)),
                body);
        Authorization authorization = new GraphQLAuthorization(context, api).of(options);
        boolean repeatable = options.retry() == null ? harmless : options.retry();
        return answers.result(answer(new HttpCall(request, authorization, options.timeout(), repeatable)));
    }

    private HttpAnswer answer(HttpCall call) {
        try {
            return transport.send(call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GraphQLMessages.noAnswer(NoAnswerException.of(e));
        } catch (NoAnswerException e) {
            throw GraphQLMessages.noAnswer(e);
        }
    }

    /** What authorizes comes from the session and the options alone. */
    private static Map<String, List<String>> headers(Map<String, String> given) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("content-type", List.of("application/json; charset=UTF-8"));
        given.forEach((name, value) -> {
            String lowerCase = name.toLowerCase(Locale.ROOT);
            HeaderText.require(name, value);
            if (lowerCase.equals(Authorization.HEADER)
                    || lowerCase.equals(GraphQLAuthorization.API_KEY)
                    || lowerCase.startsWith("x-amz-")) {
                throw new IllegalArgumentException("headers: " + lowerCase
                        + " is not for them. Use authToken, apiKey or the auth mode of the options.");
            }
            headers.put(lowerCase, List.of(value));
        });
        return headers;
    }
}
