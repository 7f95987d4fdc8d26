package org.amplifyjakarta.credentials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Digest;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.cognito.CognitoException;
import org.amplifyjakarta.cognito.IdentityCredentials;
import org.amplifyjakarta.cognito.IdentityPoolClient;
import org.amplifyjakarta.cognito.SdkIdentityPoolClient;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.AuthConfig;
import org.amplifyjakarta.token.IdToken;
import org.jspecify.annotations.Nullable;

/**
 * One identity pool, with what is kept across requests for it: the identity of each user, and credentials until shortly
 * before they expire. Credentials are kept under the digest of the id token or the guest's identity, with the role, so
 * that a refresh, another user and another role each have their own.
 *
 * <p>The first to ask makes the call in its own thread, the others wait for it. A failure is not kept.
 *
 * <p>Safe for concurrent use. Whoever makes one closes it.
 */
public final class IdentityPool implements AutoCloseable {

    /** An identity that is gone, or that a login does not belong to. */
    private static final Set<String> LOST =
            Set.of("ResourceNotFoundException", "NotAuthorizedException", "ResourceConflictException");

    private static final int MAX_ENTRIES = 10_000;
    private static final Duration IDENTITY_LIFE = Duration.ofDays(1);

    private final AuthConfig.@Nullable IdentityPool settings;
    private final @Nullable IdentityPoolClient client;
    private final Duration patience;
    private final GuestIdentity applicationGuest = GuestIdentity.none();
    private final Cache<Digest, String> identities;
    private final Cache<Key, CompletableFuture<IdentityCredentials>> credentials;

    private record Key(Digest holder, @Nullable String roleArn) {
        @Override
        public String toString() {
            return "Key[role=" + roleArn + "]";
        }
    }

    IdentityPool(AmplifyConfig config, @Nullable IdentityPoolClient client, InstantSource clock) {
        this.settings = config.auth().identityPool();
        this.client = client;
        this.patience = config.token().timeouts().call().multipliedBy(4);
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.instant().toEpochMilli());
        this.identities = Caffeine.newBuilder()
                .maximumSize(MAX_ENTRIES)
                .expireAfterAccess(IDENTITY_LIFE)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
        this.credentials = Caffeine.newBuilder()
                .maximumSize(MAX_ENTRIES)
                .expireAfter(new CredentialsExpiry(clock, patience))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** Opens the identity pool of a configuration; one without an identity pool has no credentials for anybody. */
    public static IdentityPool open(AmplifyConfig config, InstantSource clock) {
        AuthConfig.IdentityPool settings = config.auth().identityPool();
        IdentityPoolClient client = settings == null
                ? null
                : new SdkIdentityPoolClient(settings, config.token().timeouts());
        return new IdentityPool(config, client, clock);
    }

    /** Returns the guest that the application itself is, where it acts for nobody. */
    public GuestIdentity applicationGuest() {
        return applicationGuest;
    }

    /** Returns the credentials of a user. */
    Optional<IdentityCredentials> ofUser(IdToken token, GuestIdentity guest, @Nullable String roleArn, boolean anew) {
        IdentityPoolClient open = client;
        if (open == null) {
            return Optional.empty();
        }
        Key key = new Key(token.digest(), roleArn);
        Optional<String> linked = guest.get();
        IdentityCredentials found =
                once(key, anew, () -> fetch(open, token, linked.filter(this::isOfThisPool), roleArn));
        if (linked.isPresent()) {
            guest.forget();
        }
        return Optional.of(found);
    }

    /** Returns the credentials of a guest, empty where guests get none. */
    Optional<IdentityCredentials> ofGuest(GuestIdentity guest, boolean anew) {
        IdentityPoolClient open = client;
        if (open == null || settings == null || !settings.allowGuestAccess()) {
            return Optional.empty();
        }
        Optional<String> known = guest.get().filter(this::isOfThisPool);
        Optional<IdentityCredentials> found = known.flatMap(identity -> ofKnownGuest(open, identity, anew));
        IdentityCredentials current = found.orElseGet(() -> ofNewGuest(open));
        if (!known.equals(Optional.of(current.identityId()))) {
            guest.keep(current.identityId());
        }
        return Optional.of(current);
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }

    private IdentityCredentials fetch(
            IdentityPoolClient open, IdToken token, Optional<String> guest, @Nullable String roleArn) {
        Map<String, Secret> logins = Map.of(login(token), token.jwt());
        Digest user = Digest.of(login(token) + ' ' + token.subject());
        Optional<String> known =
                Optional.ofNullable(identities.getIfPresent(user)).or(() -> guest);
        IdentityCredentials found = known.flatMap(identity -> issuedToKnown(open, identity, logins, roleArn))
                .orElseGet(() -> issued(open, identityId(open, logins), logins, roleArn));
        identities.put(user, found.identityId());
        guest.ifPresent(identity -> credentials.invalidate(guestKey(identity)));
        return found;
    }

    private Optional<IdentityCredentials> ofKnownGuest(IdentityPoolClient open, String identity, boolean anew) {
        try {
            return Optional.of(once(guestKey(identity), anew, () -> issued(open, identity, Map.of(), null)));
        } catch (CognitoException e) {
            return recovered(e);
        }
    }

    private IdentityCredentials ofNewGuest(IdentityPoolClient open) {
        IdentityCredentials issued = issued(open, identityId(open, Map.of()), Map.of(), null);
        credentials.put(guestKey(issued.identityId()), CompletableFuture.completedFuture(issued));
        return issued;
    }

    /** An identity that was kept may be gone, or somebody else's: then it counts for nothing. */
    private static Optional<IdentityCredentials> issuedToKnown(
            IdentityPoolClient open, String identity, Map<String, Secret> logins, @Nullable String roleArn) {
        try {
            return Optional.of(issued(open, identity, logins, roleArn));
        } catch (CognitoException e) {
            return recovered(e);
        }
    }

    private static Optional<IdentityCredentials> recovered(CognitoException e) {
        if (LOST.contains(e.name())) {
            return Optional.empty();
        }
        throw e;
    }

    private static String identityId(IdentityPoolClient open, Map<String, Secret> logins) {
        try {
            return open.identityId(logins).orElseThrow(CredentialsMessages::noIdentity);
        } catch (CognitoException e) {
            throw told(e);
        }
    }

    private static IdentityCredentials issued(
            IdentityPoolClient open, String identity, Map<String, Secret> logins, @Nullable String roleArn) {
        try {
            return open.credentials(identity, logins, roleArn)
                    .orElseThrow(() -> CredentialsMessages.noneIssued(!logins.isEmpty()));
        } catch (CognitoException e) {
            throw told(e);
        }
    }

    private static AmplifyException told(CognitoException e) {
        return e.isPassing() ? CredentialsMessages.notFetched(e) : e;
    }

    private IdentityCredentials once(Key key, boolean anew, Supplier<IdentityCredentials> fetch) {
        CompletableFuture<IdentityCredentials> known = anew ? credentials.getIfPresent(key) : null;
        if (known != null && known.isDone()) {
            // what is under way is new enough
            credentials.asMap().remove(key, known);
        }
        CompletableFuture<IdentityCredentials> own = new CompletableFuture<>();
        CompletableFuture<IdentityCredentials> flight = credentials.get(key, k -> own);
        if (flight == own) {
            try {
                own.complete(fetch.get());
                // once more, with the time that the credentials themselves set
                credentials.asMap().replace(key, own, own);
            } catch (RuntimeException | Error e) {
                credentials.asMap().remove(key, own);
                own.completeExceptionally(e);
            }
        }
        return await(flight);
    }

    private IdentityCredentials await(CompletableFuture<IdentityCredentials> flight) {
        try {
            return flight.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("AWS credentials: fetching them failed.", e.getCause());
        } catch (TimeoutException e) {
            throw CredentialsMessages.tookTooLong();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CredentialsMessages.tookTooLong();
        }
    }

    private static Key guestKey(String identity) {
        return new Key(Digest.of("guest " + identity), null);
    }

    /** The name of a login is its issuer without scheme. */
    private static String login(IdToken token) {
        return token.claim("iss")
                .map(issuer -> issuer.substring(issuer.indexOf("://") < 0 ? 0 : issuer.indexOf("://") + 3))
                .filter(issuer -> !issuer.isEmpty())
                .orElseThrow(CredentialsMessages::noIssuer);
    }

    /** A cookie may say anything; what cannot be an identity here is not sent to Cognito. */
    private boolean isOfThisPool(String identityId) {
        return settings != null
                && identityId.length() <= 55
                && identityId.startsWith(settings.region() + ":")
                && identityId.substring(settings.region().length() + 1).matches("[0-9a-f-]{36}");
    }
}
