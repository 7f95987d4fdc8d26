package org.amplifyjakarta.cognito;

import java.time.Duration;
import java.util.function.Supplier;
import org.amplifyjakarta.config.TokenConfig;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** How the SDK's clients call Cognito: their time limits, their retries, their failures. */
final class SdkLimits {

    private static final Duration RETRY_DELAY = Duration.ofMillis(100);

    private SdkLimits() {}

    static SdkHttpClient.Builder<?> http(TokenConfig.Timeouts timeouts) {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(timeouts.connect())
                .socketTimeout(timeouts.call());
    }

    /**
     * Retries with jitter, out of the SDK's budget, and only where Cognito answered that it did nothing (throttled, 5xx).
     * After a connection that broke, a refresh token may have been used up: a second attempt could end the session
     * (RefreshTokenReuseException).
     */
    static ClientOverrideConfiguration retrying(TokenConfig.Timeouts timeouts, int attempts) {
        BackoffStrategy backoff = BackoffStrategy.exponentialDelay(RETRY_DELAY, RETRY_DELAY.multipliedBy(4));
        StandardRetryStrategy retries = StandardRetryStrategy.builder()
                .maxAttempts(attempts)
                // the client's own rules would repeat a call whose answer broke off
                .useClientDefaults(false)
                .backoffStrategy(backoff)
                .throttlingBackoffStrategy(backoff)
                .retryOnException(e -> e instanceof AwsServiceException answer && isPassing(answer))
                .build();
        return ClientOverrideConfiguration.builder()
                .apiCallTimeout(timeouts.call())
                .retryStrategy(retries)
                .build();
    }

    /** Makes a call, and tells its failure as {@link CognitoException}. */
    static <T extends @Nullable Object> T call(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (AwsServiceException e) {
            String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
            throw CognitoMessages.refused(code == null || code.isEmpty() ? "Unknown" : code, isPassing(e), e);
        } catch (SdkException e) {
            throw CognitoMessages.noAnswer(e);
        }
    }

    private static boolean isPassing(AwsServiceException e) {
        return e.statusCode() >= 500 || e.statusCode() == 429 || e.isThrottlingException();
    }
}
