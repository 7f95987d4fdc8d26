package org.amplifyjakarta.credentials;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.cognito.CognitoException;
import org.amplifyjakarta.cognito.CognitoFailures;
import org.amplifyjakarta.cognito.IdentityCredentials;
import org.amplifyjakarta.cognito.IdentityPoolClient;
import org.jspecify.annotations.Nullable;

/** An identity pool in memory that counts its calls and fails as it is told. Safe for concurrent use. */
final class ScriptedIdentityPoolClient implements IdentityPoolClient {

    static final String GUEST = "eu-west-1:00000000-0000-4000-8000-00000000000a";

    private final InstantSource clock;
    private final Map<String, Integer> calls = new TreeMap<>();
    private final Map<String, Map<String, Secret>> identities = new LinkedHashMap<>();
    private final Map<String, CognitoException> failures = new HashMap<>();
    Duration life = Duration.ofHours(1);
    private int issued;

    ScriptedIdentityPoolClient(InstantSource clock) {
        this.clock = clock;
        identities.put(GUEST, Map.of());
    }

    /** Returns how often each operation was called. */
    synchronized Map<String, Integer> calls() {
        return Map.copyOf(calls);
    }

    /** Makes the next call of an operation fail. */
    synchronized void fails(String operation, CognitoException failure) {
        failures.put(operation, failure);
    }

    /** Removes an identity. */
    synchronized void delete(String identityId) {
        identities.remove(identityId);
    }

    @Override
    public synchronized Optional<String> identityId(Map<String, Secret> logins) {
        count("GetId");
        return Optional.of(identities.entrySet().stream()
                .filter(known -> !logins.isEmpty() && known.getValue().equals(logins))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> {
                    String identity = "eu-west-1:00000000-0000-4000-8000-%012d".formatted(identities.size());
                    identities.put(identity, logins);
                    return identity;
                }));
    }

    @Override
    public synchronized Optional<IdentityCredentials> credentials(
            String identityId, Map<String, Secret> logins, @Nullable String roleArn) {
        count("GetCredentialsForIdentity");
        Map<String, Secret> owner = identities.get(identityId);
        if (owner == null) {
            throw CognitoFailures.ending("ResourceNotFoundException");
        }
        if (!owner.isEmpty() && logins.isEmpty()) {
            throw CognitoFailures.ending("NotAuthorizedException");
        }
        identities.put(identityId, logins);
        Instant expiration = clock.instant().plus(life);
        issued++;
        return Optional.of(new IdentityCredentials(
                identityId,
                "KEY" + issued + (roleArn == null ? "" : roleArn),
                Secret.of("secret"),
                Secret.of("session"),
                expiration));
    }

    @Override
    public void close() {}

    private void count(String operation) {
        calls.merge(operation, 1, Integer::sum);
        CognitoException failure = failures.remove(operation);
        if (failure != null) {
            throw failure;
        }
    }
}
