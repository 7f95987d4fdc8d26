package org.amplifyjakarta.it.benchmark;

import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.LocalSession;
import org.amplifyjakarta.rest.SessionRest;
import org.amplifyjakarta.storage.GetUrlOptions;
import org.amplifyjakarta.storage.S3Storage;
import org.amplifyjakarta.storage.StoragePath;
import org.amplifyjakarta.storage.StoragePrefixResolver;
import org.amplifyjakarta.storage.StorageUrl;
import org.amplifyjakarta.transport.OutgoingRequest;
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
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Signing in the session of a user whose credentials are known, and the AWS SDK's part of that alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(1)
public class SigningBenchmark {

    private static final byte[] BODY = new byte[1_000];
    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();
    private static final StoragePath PHOTO = StoragePath.of("public/photos/a picture.png");

    private @Nullable Opened opened;

    private record Opened(
            LocalAws aws,
            LocalSession session,
            SessionRest rest,
            S3Storage storage,
            S3Presigner presigner,
            AwsCredentials credentials,
            URI uri) {}

    @Setup
    public void open() {
        LocalAws aws = LocalAws.start(0);
        LocalSession session = LocalSession.open(aws, aws.signIn("demo"), config -> config.restApi(
                        "notes", api -> api.endpoint(aws.notesUrl()).region("us-east-1"))
                .storage(storage -> storage.bucket("photos", "us-east-1")));
        InstantSource clock = InstantSource.system();
        opened = new Opened(
                aws,
                session,
                new SessionRest(session::context, clock),
                new S3Storage(session::context, StoragePrefixResolver.ofAmplify(), clock),
                S3Presigner.builder().region(Region.US_EAST_1).build(),
                session.context().credentials().current().orElseThrow().toAws(),
                URI.create(aws.notesUrl() + "/notes/1"));
    }

    @TearDown
    public void close() {
        Opened all = all();
        all.storage.close();
        all.rest.close();
        all.presigner.close();
        all.session.close();
        all.aws.close();
    }

    /** A request of a REST API, signed for the user. */
    @Benchmark
    public Map<String, List<String>> sign() {
        return all().rest
                .authorizer("notes", all().uri)
                .headers(new OutgoingRequest(
                        "POST", all().uri, Map.of("content-type", List.of("application/json")), BODY));
    }

    /** The same by the SDK's signer, for credentials at hand. */
    @Benchmark
    public Map<String, List<String>> signBare() {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(all().uri)
                .putHeader("content-type", "application/json")
                .build();
        return SIGNER.sign(sign -> sign.identity(all().credentials)
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArray(BODY))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
                .request()
                .headers();
    }

    /** An URL of an object, signed for the user. */
    @Benchmark
    public StorageUrl presign() {
        return all().storage.getUrl(PHOTO, GetUrlOptions.DEFAULT);
    }

    /** The same by the SDK's presigner, for credentials at hand. */
    @Benchmark
    public URL presignBare() {
        return all().presigner
                .presignGetObject(presign -> presign.signatureDuration(Duration.ofMinutes(15))
                        .getObjectRequest(request -> request.bucket("photos")
                                .key("public/photos/a picture.png")
                                .overrideConfiguration(own ->
                                        own.credentialsProvider(StaticCredentialsProvider.create(all().credentials)))))
                .url();
    }

    private Opened all() {
        if (opened == null) {
            throw new IllegalStateException("not set up");
        }
        return opened;
    }
}
