package org.amplifyjakarta.it.localaws;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * S3 in memory, by s3proxy, which checks signatures for real. It takes the keys that the identity pool issued; below
 * {@code private/} an object is its identity's alone. What it does not check: the session token, and listings.
 */
public final class LocalS3 implements AutoCloseable {

    static final String BUCKET = "local-bucket";

    private static final String ADMIN = "local-admin";

    /** What a bucket allows for uploads of pages; those at {@code 127.0.0.1} have no rule. */
    private static final CrossOriginResourceSharing CORS = new CrossOriginResourceSharing(
            List.of("http://localhost:\\d+"),
            List.of("PUT"),
            List.of("Content-Type", "Content-Disposition"),
            List.of(),
            "");

    private final S3Proxy proxy;
    private final S3Client admin;

    LocalS3(Function<String, Optional<IssuedKey>> keys) {
        String secret = UUID.randomUUID().toString();
        BlobStore store = BlobStores.create("transient-nio2", new Properties());
        proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ADMIN, secret)
                .ignoreUnknownHeaders(true)
                .corsRules(CORS)
                .build();
        proxy.setBlobStoreLocator((id, bucket, key) -> ADMIN.equals(id)
                ? new AccessGrant(secret, store)
                : keys.apply(id)
                        .map(issued -> new AccessGrant(issued.secretKey(), mayTouch(issued, key) ? store : denied()))
                        .orElse(null));
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IllegalStateException("local S3: did not start", e);
        }
        admin = S3Client.builder()
                .endpointOverride(URI.create(url()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ADMIN, secret)))
                .build();
        admin.createBucket(request -> request.bucket(BUCKET));
    }

    /** Returns its address. */
    public String url() {
        return "http://127.0.0.1:" + proxy.getPort();
    }

    /** Puts a text. */
    public void put(String key, String text) {
        put(key, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts bytes. */
    public void put(String key, String type, byte[] bytes) {
        admin.putObject(request -> request.bucket(BUCKET).key(key).contentType(type), RequestBody.fromBytes(bytes));
    }

    /** Returns a text. */
    public String get(String key) {
        return new String(bytes(key), StandardCharsets.UTF_8);
    }

    /** Returns bytes. */
    public byte[] bytes(String key) {
        return admin.getObjectAsBytes(request -> request.bucket(BUCKET).key(key))
                .asByteArray();
    }

    /** Returns how many uploads were begun and neither finished nor given up. */
    public int pendingUploads() {
        return admin.listMultipartUploads(request -> request.bucket(BUCKET))
                .uploads()
                .size();
    }

    @Override
    public void close() {
        admin.close();
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("local S3: did not stop", e);
        }
    }

    private static BlobStore denied() {
        return (BlobStore) Proxy.newProxyInstance(
                LocalS3.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (self, method, arguments) -> {
                    throw S3Exception.builder()
                            .statusCode(403)
                            .awsErrorDetails(AwsErrorDetails.builder()
                                    .errorCode("AccessDenied")
                                    .errorMessage("Access Denied")
                                    .build())
                            .build();
                });
    }

    private static boolean mayTouch(IssuedKey issued, @Nullable String key) {
        return key == null || !key.startsWith("private/") || key.startsWith("private/" + issued.identityId() + "/");
    }
}
