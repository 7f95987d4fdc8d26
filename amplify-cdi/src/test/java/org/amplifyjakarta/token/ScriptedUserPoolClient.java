package org.amplifyjakarta.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.cognito.RefreshAnswer;
import org.amplifyjakarta.cognito.RefreshRequest;
import org.amplifyjakarta.cognito.ScriptedAuthenticationClient;
import org.amplifyjakarta.cognito.UserPoolClient;

/** A user pool that answers as it is told and notes what it was asked. Safe for concurrent use. */
final class ScriptedUserPoolClient implements UserPoolClient {

    private final ScriptedAuthenticationClient authentication = new ScriptedAuthenticationClient();
    private final List<RefreshRequest> refreshes = new ArrayList<>();
    private volatile Function<RefreshRequest, RefreshAnswer> script = request -> {
        throw new AssertionError("no refresh was expected");
    };

    void answers(Function<RefreshRequest, RefreshAnswer> answer) {
        script = answer;
    }

    synchronized List<RefreshRequest> refreshes() {
        return List.copyOf(refreshes);
    }

    @Override
    public RefreshAnswer refresh(RefreshRequest request) {
        synchronized (this) {
            refreshes.add(request);
        }
        return script.apply(request);
    }

    @Override
    public Map<String, String> userAttributes(Secret accessToken) {
        return Map.of("email", "alice@example.com");
    }

    @Override
    public ScriptedAuthenticationClient authentication() {
        return authentication;
    }

    @Override
    public void close() {}
}
