package org.amplifyjakarta.it.localaws;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The local AWS: one HTTP server on the loop-back address with the services of the sample.
 *
 * <p>Safe for concurrent use. Closing it leaves no thread.
 */
public final class LocalAws implements AutoCloseable {

    private static final int THREADS = 32;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, LocalAws::thread);
    private final InstantSource clock;
    private final Map<String, Integer> calls = new TreeMap<>();
    private final TokenIssuer issuer;
    private final PoolUsers users = new PoolUsers();
    private final Grants grants = new Grants();
    private final Mailbox mailbox = new Mailbox();
    private final UserPoolService userPool;
    private final RegisteredUrls urls = new RegisteredUrls();
    private final AuthorizationCodes codes;
    private final ManagedLogin managedLogin;
    private final TokenAnswers tokenAnswers;
    private final Discovery discovery;
    private final IdentityPoolService identityPool;
    private final NotesService notes;
    private final GraphQlService graphQl;
    private final GraphQlService versionedGraphQl;
    private Settings settings = Settings.DEFAULTS;
    private @Nullable LocalS3 s3;

    private LocalAws(HttpServer server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
        this.issuer = new TokenIssuer(issuerUri());
        this.userPool = new UserPoolService(issuer, clock, this::settings, users, grants, mailbox);
        this.codes = new AuthorizationCodes(grants, clock);
        this.managedLogin = new ManagedLogin(users, urls, codes, new LoginSessions(clock), clock, url());
        String elsewhere = "http://127.0.0.1:" + server.getAddress().getPort() + TokenAnswers.ELSEWHERE;
        this.tokenAnswers = new TokenAnswers(issuer, clock, this::settings, elsewhere);
        this.discovery = new Discovery(this, urls);
        this.identityPool = new IdentityPoolService(issuer, clock, this::settings);
        SignatureCheck signatures = new SignatureCheck(identityPool::key, clock);
        this.notes = new NotesService(signatures);
        this.graphQl = new GraphQlService(issuer, signatures, new PostsSchema(clock));
        this.versionedGraphQl = new GraphQlService(issuer, signatures, new VersionedPostsSchema(clock));
    }

    /** Starts it on that port, or on a free one for 0. */
    public static LocalAws start(int port) {
        return start(port, InstantSource.system());
    }

    /** Starts it with a clock that a test sets. */
    public static LocalAws start(int port, InstantSource clock) {
        // otherwise each answer waits 40 ms for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
            LocalAws aws = new LocalAws(server, clock);
            server.setExecutor(aws.threads);
            server.createContext("/", new LocalAwsHandler(aws));
            server.start();
            return aws;
        } catch (IOException e) {
            throw new UncheckedIOException("local AWS: port " + port + " cannot be had", e);
        }
    }

    /** Returns the address of all services. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Returns the domain of managed login, which has no TLS: {@code localhost} and the port. */
    public String managedLoginDomain() {
        return "localhost:" + server.getAddress().getPort();
    }

    /** Lets managed login send browsers there with a code; all app clients have the same URLs. */
    public void addCallbackUrl(String url) {
        urls.addCallback(url);
    }

    /** Lets managed login send browsers there after a sign-out. */
    public void addLogoutUrl(String url) {
        urls.addLogout(url);
    }

    /**
     * Signs a user in at managed login without its forms, without a call and without a session there.
     *
     * @param query the query of {@code /oauth2/authorize}, encoded
     * @return where the browser would be sent: the callback URL with code and state
     * @throws RuntimeException if the query is refused, with the reason
     */
    public URI authorize(String username, String query) {
        return URI.create(managedLogin.callback(users.named(username).orElseThrow(), Form.of(query)));
    }

    /** Does the same for the user whom Google knows by that name. */
    public URI authorizeFederated(String name, String query) {
        return URI.create(managedLogin.callback(users.federated(name), Form.of(query)));
    }

    /** Sets how the token endpoint answers from now on. */
    public void answerTokens(TokenAnswer answer) {
        tokenAnswers.answer(answer);
    }

    /** Returns the address of the REST API {@code notes}. */
    public String notesUrl() {
        return url() + NotesService.PATH;
    }

    /** Returns the address of the GraphQL API. */
    public String graphQlUrl() {
        return url() + GraphQlService.PATH;
    }

    /** Returns the address of the same API with optimistic concurrency. */
    public String versionedGraphQlUrl() {
        return url() + GraphQlService.VERSIONED_PATH;
    }

    /** Returns the key of the GraphQL API. */
    public String graphQlApiKey() {
        return GraphQlService.API_KEY;
    }

    /** Writes that many posts of a user's, otherwise as {@link #fillPosts(int)} does. */
    public void fillPosts(int number, String username) {
        graphQl.fill(number, users.named(username).orElseThrow().sub() + "::" + username);
    }

    /** Writes that many posts of somebody: title {@code Post 0} to {@code Post 9}, every other one a draft. */
    public void fillPosts(int number) {
        graphQl.fill(number, "somebody");
    }

    /** Removes what was written by GraphQL. */
    public void forgetModels() {
        graphQl.clear();
        versionedGraphQl.clear();
    }

    /** Returns the {@code iss} of the tokens. */
    public String issuerUri() {
        return url() + "/" + UserPoolService.POOL_ID;
    }

    /** Signs a user in now, without a password and without a call. */
    public SignedIn signIn(String username) {
        return signIn(username, Duration.ZERO);
    }

    /** Signs a user in as if it had been that long ago: beyond an hour the tokens have expired. */
    public SignedIn signIn(String username, Duration ago) {
        return userPool.signIn(
                users.named(username).orElseThrow(),
                AppClient.WITHOUT_SECRET.id(),
                clock.instant().minus(ago),
                settings().accessTokenSeconds());
    }

    /** Signs in a user whom nobody else knows, for tests with many. */
    public SignedIn signInNew(String username, Duration ago) {
        return userPool.signIn(
                LocalUser.made(username),
                AppClient.WITHOUT_SECRET.id(),
                clock.instant().minus(ago),
                settings().accessTokenSeconds());
    }

    /** Signs a user in at the app client that has a secret. */
    public SignedIn signInWithSecret(String username, Duration ago) {
        return userPool.signIn(
                users.named(username).orElseThrow(),
                AppClient.WITH_SECRET.id(),
                clock.instant().minus(ago),
                settings().accessTokenSeconds());
    }

    /** Adds a user in the state that a test needs, or puts him in the place of who has his name. */
    public void add(LocalUser user) {
        users.put(user);
    }

    /**
     * Returns the last message that a user was sent.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public Message lastMessageTo(String username) {
        return mailbox.lastTo(username).orElseThrow();
    }

    /** Returns all messages that are kept, newest last. */
    public List<Message> messages() {
        return mailbox.messages();
    }

    /** Tells each message that is sent from now on. */
    public void onMessage(Consumer<Message> reader) {
        mailbox.onMessage(reader);
    }

    /** Ends all sessions of a user, as an administrator can. */
    public void revokeAllOf(String username) {
        userPool.revokeAllOf(username);
    }

    /** Removes an identity, as an administrator can. */
    public void deleteIdentity(String identityId) {
        identityPool.delete(identityId);
    }

    /** Replaces the key that signs. */
    public void rotateKey() {
        issuer.rotateKey();
    }

    /** Returns S3, started when first asked for. */
    public synchronized LocalS3 s3() {
        if (s3 == null) {
            s3 = new LocalS3(identityPool::key);
        }
        return s3;
    }

    /** Returns the settings as they are. */
    public synchronized Settings settings() {
        return settings;
    }

    /** Changes the settings. */
    public synchronized void change(UnaryOperator<Settings> change) {
        settings = change.apply(settings);
    }

    /** Returns how often each operation was called since the calls were forgotten. */
    public synchronized Map<String, Integer> calls() {
        return Map.copyOf(calls);
    }

    /** Forgets the calls. */
    public synchronized void forgetCalls() {
        calls.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        synchronized (this) {
            if (s3 != null) {
                s3.close();
            }
        }
    }

    /** Counts a call, and returns the failure that it shall meet, status −1 for none. */
    synchronized Settings.Fail met(String operation) {
        calls.merge(operation, 1, Integer::sum);
        Settings.Fail fail = settings.fail();
        Settings.Fail none = new Settings.Fail(operation, -1, "", 0);
        if (fail == null || !fail.operation().equals(operation)) {
            return none;
        }
        settings = settings.withFail(fail.rest());
        if (fail.after() > 0) {
            return none;
        }
        return fail;
    }

    JsonObject callUserPool(String operation, JsonObject request) {
        return userPool.call(operation, request);
    }

    JsonObject callIdentityPool(String operation, JsonObject request) {
        return identityPool.call(operation, request);
    }

    Mailbox mailbox() {
        return mailbox;
    }

    NotesService notes() {
        return notes;
    }

    Optional<GraphQlService> graphQl(String path) {
        return switch (path) {
            case GraphQlService.PATH -> Optional.of(graphQl);
            case GraphQlService.VERSIONED_PATH -> Optional.of(versionedGraphQl);
            default -> Optional.empty();
        };
    }

    String jwks() {
        return issuer.jwks();
    }

    Discovery discovery() {
        return discovery;
    }

    ManagedLoginHandler managedLoginHandler() {
        return new ManagedLoginHandler(
                this, managedLogin, new TokenEndpoint(codes, urls, userPool, users, grants, tokenAnswers));
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "local-aws");
        thread.setDaemon(true);
        return thread;
    }
}
