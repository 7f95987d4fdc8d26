package org.amplifyjakarta.rest;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/**
 * Signs calls by Signature Version 4, with the AWS SDK's signer.
 *
 * <p>Safe for concurrent use.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">AWS Signature Version 4</a>
 */
record RestSigner(InstantSource clock) {

    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    /** Returns the headers of a signed call, its own included. */
    Map<String, List<String>> sign(RestCall call, RestCall.Signature signature, Duration correction) {
        Instant now = clock.instant().plus(correction);
        URI uri = call.uri();
        SdkHttpRequest unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(call.method()))
                .uri(uri)
                .headers(call.headers())
                .build();
        byte[] body = call.body() == null ? new byte[0] : call.body();
        return SIGNER.sign(request -> request.identity(signature.credentials())
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, signature.service())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, signature.region())
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)))
                .request()
                .headers();
    }
}
