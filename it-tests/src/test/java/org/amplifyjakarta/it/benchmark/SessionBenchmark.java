package org.amplifyjakarta.it.benchmark;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.SignedIn;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.token.Tokens;
import org.amplifyjakarta.token.UserPool;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From the Cookie header of a browser to a user who is known. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(1)
public class SessionBenchmark {

    private static final int COLD_SESSIONS = 64;
    private static final String OTHER_COOKIES =
            "; theme=dark; _ga=GA1.1.1234567890.1700000000; consent=%7B%22a%22%3Atrue%7D";

    private @Nullable LocalAws aws;
    private @Nullable UserPool warmPool;
    private @Nullable UserPool coldPool;
    private @Nullable PublicKey key;
    private final List<String> headers = new ArrayList<>();
    private final List<SignedIn> sessions = new ArrayList<>();
    private final ConcurrentHashMap<String, String> digests = new ConcurrentHashMap<>();
    private int next;

    @Setup
    public void open() throws Exception {
        aws = LocalAws.start(0);
        warmPool = pool(10_000);
        coldPool = pool(0);
        key = key(aws);
        for (int i = 0; i < COLD_SESSIONS; i++) {
            SignedIn tokens = aws.signInNew("user" + i, Duration.ZERO);
            sessions.add(tokens);
            headers.add(BrowserCookies.of(tokens).header() + OTHER_COOKIES);
        }
    }

    @TearDown
    public void close() {
        if (warmPool != null && coldPool != null && aws != null) {
            warmPool.close();
            coldPool.close();
            aws.close();
        }
    }

    /** A session whose tokens were verified before. */
    @Benchmark
    public Tokens warm() {
        return tokens(warmPool, headers.get(0));
    }

    /** A session whose tokens nobody has seen. */
    @Benchmark
    public Tokens cold() {
        return tokens(coldPool, headers.get(nextIndex()));
    }

    /** The two signature checks that a cold session cannot do without. */
    @Benchmark
    public boolean coldFloor() throws GeneralSecurityException {
        SignedIn tokens = sessions.get(nextIndex());
        return verifies(tokens.accessToken()) & verifies(tokens.idToken());
    }

    /** What a warm session cannot do without: a digest and a look-up for each token. */
    @Benchmark
    public boolean warmFloor() throws GeneralSecurityException {
        SignedIn tokens = sessions.get(0);
        return digests.containsKey(digest(tokens.accessToken())) | digests.containsKey(digest(tokens.idToken()));
    }

    private int nextIndex() {
        next = (next + 1) % COLD_SESSIONS;
        return next;
    }

    private UserPool pool(int cacheSize) {
        AmplifyConfig config = AmplifyConfig.builder()
                .auth(auth -> auth.userPoolId("us-east-1_LocalPool")
                        .userPoolClientId("localclient000000000000001")
                        .userPoolEndpoint(running().url() + "/")
                        .issuer(running().issuerUri()))
                .set(ConfigKey.TOKEN_CACHE_SIZE, Integer.toString(cacheSize))
                .build();
        return UserPool.open(config, new UserPool.Surroundings(InstantSource.system(), Runnable::run, event -> {}));
    }

    private LocalAws running() {
        if (aws == null) {
            throw new IllegalStateException("not set up");
        }
        return aws;
    }

    private static Tokens tokens(@Nullable UserPool pool, String header) {
        if (pool == null) {
            throw new IllegalStateException("not set up");
        }
        return pool.session(InMemoryCookieStorage.ofHeader(header)).tokens().orElseThrow();
    }

    private boolean verifies(String jwt) throws GeneralSecurityException {
        int dot = jwt.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(jwt.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(jwt.substring(dot + 1)));
    }

    private static String digest(String text) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        return new String(digest, StandardCharsets.ISO_8859_1);
    }

    private static PublicKey key(LocalAws aws) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(aws.issuerUri() + "/.well-known/jwks.json"))
                .build();
        String jwks = send(request);
        RSAKey key = JWKSet.parse(jwks).getKeys().get(0).toRSAKey();
        return key.toPublicKey();
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
