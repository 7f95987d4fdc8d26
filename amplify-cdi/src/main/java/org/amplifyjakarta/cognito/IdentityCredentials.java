package org.amplifyjakarta.cognito;

import java.time.Instant;
import org.amplifyjakarta.Secret;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * AWS credentials of one identity of an identity pool, as {@code GetCredentialsForIdentity} gives them.
 *
 * <p>Immutable. They may have expired since: {@link #expiration()} tells.
 *
 * @param identityId {@code <region>:<uuid>}
 * @param expiration the moment from which on AWS refuses them
 */
public record IdentityCredentials(
        String identityId, String accessKeyId, Secret secretAccessKey, Secret sessionToken, Instant expiration) {

    /** Returns them as the AWS SDK takes them. */
    public AwsSessionCredentials toAws() {
        return AwsSessionCredentials.builder()
                .accessKeyId(accessKeyId)
                .secretAccessKey(secretAccessKey.reveal())
                .sessionToken(sessionToken.reveal())
                .expirationTime(expiration)
                .build();
    }

    /** Shows identity and expiry, no key. */
    @Override
    public String toString() {
        return "IdentityCredentials[" + identityId + ", exp=" + expiration + "]";
    }
}
