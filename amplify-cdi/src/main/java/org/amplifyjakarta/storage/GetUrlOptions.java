package org.amplifyjakarta.storage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a URL is made. Immutable.
 *
 * @param expiresIn its life, from a second to seven days; shortened to that of the credentials
 * @param method what it is good for
 * @param contentType of the answer, or of what is put ({@code application/octet-stream} unless said)
 * @param contentDisposition of the answer, or of what is put; see {@link ContentDisposition}
 * @param cacheControl of the answer, or of what is put
 * @param validateObjectExistence whether to ask S3 first that there is such an object; without meaning for {@code PUT}
 */
public record GetUrlOptions(
        Duration expiresIn,
        Method method,
        @Nullable String contentType,
        @Nullable String contentDisposition,
        @Nullable String cacheControl,
        boolean validateObjectExistence,
        StorageOptions target) {

    /** What holds where nothing is said: for reading, a quarter of an hour. */
    public static final GetUrlOptions DEFAULT =
            new GetUrlOptions(Duration.ofMinutes(15), Method.GET, null, null, null, false, StorageOptions.DEFAULT);

    /** What a URL is good for. */
    public enum Method {
        /** Reading. */
        GET,
        /** Writing. */
        PUT
    }

    /** Returns the same with another life. */
    public GetUrlOptions expiringIn(Duration life) {
        return new GetUrlOptions(
                life, method, contentType, contentDisposition, cacheControl, validateObjectExistence, target);
    }

    /** Returns the same for another method. */
    public GetUrlOptions forMethod(Method other) {
        return new GetUrlOptions(
                expiresIn, other, contentType, contentDisposition, cacheControl, validateObjectExistence, target);
    }

    /** Returns the same with a content type. */
    public GetUrlOptions withContentType(String type) {
        return new GetUrlOptions(
                expiresIn, method, type, contentDisposition, cacheControl, validateObjectExistence, target);
    }

    /** Returns the same with a content disposition. */
    public GetUrlOptions withContentDisposition(ContentDisposition disposition) {
        return new GetUrlOptions(
                expiresIn, method, contentType, disposition.header(), cacheControl, validateObjectExistence, target);
    }

    /** Returns the same for objects that exist. */
    public GetUrlOptions validating() {
        return new GetUrlOptions(expiresIn, method, contentType, contentDisposition, cacheControl, true, target);
    }

    /** Returns the same in another bucket. */
    public GetUrlOptions in(StorageOptions other) {
        return new GetUrlOptions(
                expiresIn, method, contentType, contentDisposition, cacheControl, validateObjectExistence, other);
    }
}
