package org.amplifyjakarta.credentials;

import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cognito.IdentityCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The AWS credentials of whoever makes the current request: those of the user's identity in the identity pool, or of the
 * browser's guest identity where guests are allowed. An {@link AwsCredentialsProvider}, so that every client of the AWS
 * SDK works for this user:
 *
 * <pre>{@code
 * @Inject
 * AmplifyCredentials credentials;
 *
 * @Produces
 * @ApplicationScoped
 * S3Client s3() {
 *     return S3Client.builder().credentialsProvider(credentials).build();
 * }
 * }</pre>
 *
 * <p>One client serves all users: it asks this for credentials at each call, in the thread that calls. Asynchronous
 * clients ask in other threads; give those {@code StaticCredentialsProvider.create(credentials.resolveCredentials())}.
 *
 * <p>Credentials are kept across requests, per id token or guest identity, until shortly before they expire; however many
 * requests ask at once, Cognito is called once. Nothing is fetched before somebody asks.
 *
 * <p>Inject it ({@code @RequestScoped}). Safe for concurrent use within its request.
 */
public interface AmplifyCredentials extends AwsCredentialsProvider {

    /**
     * Returns the credentials, empty where there is no identity pool, or for a guest where guests get none.
     *
     * @throws UnavailableException if Cognito does not answer now
     * @throws AmplifyException as Cognito names its error; {@code UserUnAuthenticatedException} if the session has no id
     *     token; {@code GetIdResponseException}, {@code CredentialsException}, {@code CredentialsNotFoundException} if an
     *     answer lacks what was asked for
     */
    default Optional<IdentityCredentials> current() {
        return current(false);
    }

    /**
     * Returns the credentials, fetched anew if {@code forceRefresh} is set.
     *
     * @throws UnavailableException see {@link #current()}
     * @throws AmplifyException see {@link #current()}
     */
    Optional<IdentityCredentials> current(boolean forceRefresh);

    /**
     * Returns the user's credentials in a role that the user chooses, of those that the id token names
     * ({@code cognito:roles}). To be used within the request.
     *
     * @param roleArn the role, for {@code CustomRoleArn}
     */
    AwsCredentialsProvider withRole(String roleArn);

    /**
     * Returns the credentials for the AWS SDK.
     *
     * @throws UnavailableException see {@link #current()}
     * @throws AmplifyException see {@link #current()}; named {@code NoCredentials} if there are none
     */
    @Override
    AwsCredentials resolveCredentials();

    /** Returns those of whatever session is current at each call. */
    static AmplifyCredentials of(Supplier<AmplifyCredentials> current) {
        return new CurrentCredentials(current);
    }
}
