package org.amplifyjakarta.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.amplifyjakarta.cognito.IdentityCredentials;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Makes URLs that carry their signature. */
record PresignedUrls(S3Presigner presigner, Target target, IdentityCredentials credentials) {

    private static final Duration MAX = Duration.ofDays(7);
    private static final Duration MIN = Duration.ofSeconds(1);
    private static final String ANY = "application/octet-stream";

    StorageUrl of(String path, GetUrlOptions options, Instant now) {
        if (options.expiresIn().compareTo(MAX) > 0) {
            throw StorageMessages.expiryTooLong();
        }
        if (options.expiresIn().compareTo(MIN) < 0) {
            throw StorageMessages.expiryTooShort();
        }
        Duration left = Duration.between(now, credentials.expiration());
        boolean capped = left.compareTo(options.expiresIn()) < 0;
        Duration asked = capped ? left : options.expiresIn();
        Duration life = asked.compareTo(MIN) < 0 ? MIN : Duration.ofSeconds(asked.toSeconds());
        PresignedRequest signed =
                options.method() == GetUrlOptions.Method.PUT ? put(path, options, life) : get(path, options, life);
        return new StorageUrl(uri(signed), now.plus(life), capped, headers(signed));
    }

    private PresignedRequest get(String path, GetUrlOptions options, Duration life) {
        return presigner.presignGetObject(
                presign -> presign.signatureDuration(life).getObjectRequest(request -> request.bucket(target.bucket())
                        .key(path)
                        .responseContentType(header(options.contentType()))
                        .responseContentDisposition(header(options.contentDisposition()))
                        .responseCacheControl(header(options.cacheControl()))
                        .overrideConfiguration(own -> {
                            own.credentialsProvider(provider());
                            if (target.owner() != null) {
                                // as a header, a browser would have to send it
                                own.putRawQueryParameter("x-amz-expected-bucket-owner", target.owner());
                            }
                        })));
    }

    private PresignedRequest put(String path, GetUrlOptions options, Duration life) {
        return presigner.presignPutObject(
                presign -> presign.signatureDuration(life).putObjectRequest(request -> request.bucket(target.bucket())
                        .key(path)
                        .contentType(options.contentType() == null ? ANY : header(options.contentType()))
                        .contentDisposition(header(options.contentDisposition()))
                        .cacheControl(header(options.cacheControl()))
                        .expectedBucketOwner(target.owner())
                        .overrideConfiguration(own -> own.credentialsProvider(provider()))));
    }

    private StaticCredentialsProvider provider() {
        return StaticCredentialsProvider.create(credentials.toAws());
    }

    private static URI uri(PresignedRequest signed) {
        try {
            return signed.url().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The SDK's presigner made an URL that is none.", e);
        }
    }

    /** What the client must send itself; it sends Host anyway. */
    private static Map<String, List<String>> headers(PresignedRequest signed) {
        return signed.signedHeaders().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("host"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static @Nullable String header(@Nullable String value) {
        if (value != null && value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A header's value holds a control character. Remove it.");
        }
        return value;
    }
}
