package org.amplifyjakarta.storage;

import java.io.InputStream;
import java.util.stream.Stream;

/**
 * Objects in S3, with the AWS credentials of whoever makes the current request: Amplify's Storage category.
 *
 * <pre>{@code
 * @Inject
 * AmplifyStorage storage;
 *
 * StorageUrl photo = storage.getUrl(StoragePath.of("public/photo.jpg"));
 * }</pre>
 *
 * <p>Every operation throws a {@link StorageException}: {@code NoCredentials} if there are none, {@code NoBucket},
 * {@code NoRegion}, {@code InvalidStorageBucket}, {@code DnsIncompatibleBucketName}, {@code InvalidAWSAccountID} or
 * {@code ForcePathStyleEndpointNotSupported} for a wrong target; {@code NoKey} or {@code InvalidStoragePathInput} for a
 * wrong path; {@code AccessDeniedByRule} if {@code amplify.storage.check-access} is set and the configured rules do not
 * allow it; {@code NetworkError} if S3 does not answer; else S3's own code. What {@code AmplifyCredentials} throws comes
 * through as well.
 *
 * <p>A path is up to 1024 bytes of UTF-8 and does not begin with a slash. Segments {@code .} and {@code ..} are refused,
 * because HTTP clients would resolve them to another object; control characters are, too.
 *
 * <p>Inject it. Safe for concurrent use.
 */
public interface AmplifyStorage {

    /** Returns a URL for reading an object, good for a quarter of an hour. No network, unless credentials are fetched. */
    default StorageUrl getUrl(StoragePath path) {
        return getUrl(path, GetUrlOptions.DEFAULT);
    }

    /**
     * Returns a URL for an object. Its life is shortened to that of the credentials, and the result says so.
     *
     * @throws StorageException named {@code UrlExpirationMaxLimitExceed} for more than seven days,
     *     {@code InvalidUrlExpiration} for less than a second; {@code NotFound} if it must exist and does not
     */
    StorageUrl getUrl(StoragePath path, GetUrlOptions options);

    /** Returns what is known of an object in the default bucket. */
    default StorageProperties getProperties(StoragePath path) {
        return getProperties(path, StorageOptions.DEFAULT);
    }

    /**
     * Returns what is known of an object.
     *
     * @throws StorageException named {@code NotFound} if there is none
     */
    StorageProperties getProperties(StoragePath path, StorageOptions options);

    /** Returns the first thousand objects whose paths begin so. */
    default StoragePage list(StoragePath path) {
        return list(path, ListOptions.DEFAULT);
    }

    /** Returns a page of the objects whose paths begin so. An empty path means the whole bucket. */
    StoragePage list(StoragePath path, ListOptions options);

    /**
     * Returns all objects whose paths begin so, page by page as the stream is read. Belongs to the current request.
     */
    Stream<StorageItem> listAll(StoragePath path, ListOptions options);

    /** Removes the one object of that path; an object that is not there is as good as removed. */
    default void remove(StoragePath path) {
        remove(path, StorageOptions.DEFAULT);
    }

    /** Removes the one object of that path; an object that is not there is as good as removed. */
    void remove(StoragePath path, StorageOptions options);

    /**
     * Removes all objects whose paths begin so, and tells which could not be.
     *
     * @param path ends in a slash, so that {@code a/b/} never takes {@code a/bc} with it
     * @throws StorageException named {@code InvalidStoragePathInput} if the path does not, or is a whole bucket
     */
    RemoveResult removeAll(StoragePath path, StorageOptions options);

    /** Copies an object within the default bucket, and returns its new path. */
    default String copy(StoragePath source, StoragePath destination) {
        return copy(source, destination, CopyOptions.DEFAULT);
    }

    /**
     * Copies an object, and returns its new path.
     *
     * @throws StorageException named {@code PreconditionFailed} if the source is not as it was asked to be
     */
    String copy(StoragePath source, StoragePath destination, CopyOptions options);

    /**
     * Writes an object. The stream is read once and not closed; 8 MiB of it are held in memory at a time, of more than 78 GiB
     * a ten-thousandth.
     *
     * @param length in bytes, −1 if it is not known: then up to 78 GiB
     * @throws StorageException named {@code ObjectIsTooLarge} for more than 5 TiB, {@code InvalidUploadSource} if the data
     *     cannot be read or has another length; nothing is written then
     */
    UploadResult uploadData(StoragePath path, InputStream data, long length, UploadOptions options);

    /** Writes an object. */
    UploadResult uploadData(StoragePath path, byte[] data, UploadOptions options);

    /** Reads an object; close what is returned. */
    default StorageDownload download(StoragePath path) {
        return download(path, StorageOptions.DEFAULT);
    }

    /**
     * Reads an object; close what is returned.
     *
     * @throws StorageException named {@code NoSuchKey} if there is none
     */
    StorageDownload download(StoragePath path, StorageOptions options);
}
