package org.amplifyjakarta.storage;

import java.time.Instant;

/**
 * One object of a listing. Immutable.
 *
 * @param path the whole path in the bucket
 * @param key the path without the prefix of its access level; the whole path where no level was asked for
 * @param eTag with its quotes, as S3 writes it
 * @param size in bytes
 */
public record StorageItem(String path, String key, String eTag, Instant lastModified, long size) {}
