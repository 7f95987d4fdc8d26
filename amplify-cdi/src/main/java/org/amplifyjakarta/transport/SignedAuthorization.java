package org.amplifyjakarta.transport;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amplifyjakarta.cognito.IdentityCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/**
 * A signature, Version 4, by the AWS SDK's signer.
 *
 * @param service the service's name for signing
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">AWS Signature Version 4</a>
 */
public record SignedAuthorization(AwsCredentials credentials, String service, String region) implements Authorization {

    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();
    private static final byte[] NOTHING = {};
    private static final Pattern AWS_HOST =
            Pattern.compile("^.+\\.(execute-api|appsync-api)\\.([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?$");

    /** Signs for what the host of an AWS API says, and for another host as is told. */
    public static SignedAuthorization forHost(URI uri, IdentityCredentials credentials, String service, String region) {
        String host = uri.getHost();
        Matcher aws = AWS_HOST.matcher(host);
        return host.contains(".amazonaws.com") && aws.matches()
                ? new SignedAuthorization(
                        credentials.toAws(), aws.group(1).replace("appsync-api", "appsync"), aws.group(2))
                : new SignedAuthorization(credentials.toAws(), service, region);
    }

    @Override
    public Map<String, List<String>> headers(OutgoingRequest request, Instant now) {
        SdkHttpRequest unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                .uri(request.uri())
                .headers(request.headers())
                .build();
        byte[] body = request.body() == null ? NOTHING : request.body();
        return SIGNER.sign(sign -> sign.identity(credentials)
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)))
                .request()
                .headers();
    }

    @Override
    public boolean dated() {
        return true;
    }

    /** Shows no credentials. */
    @Override
    public String toString() {
        return "SignedAuthorization[" + service + ", " + region + "]";
    }
}
