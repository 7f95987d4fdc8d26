package org.amplifyjakarta.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Writes one object: in one request up to 8 MiB, else in parts, of which one at a time is held in memory. */
record Upload(S3Client client, Target target, String key, UploadOptions options) {

    private static final Logger LOG = System.getLogger(Upload.class.getName());
    private static final int MIB = 1024 * 1024;
    private static final int PART = 8 * MIB;
    private static final int MAX_PARTS = 10_000;
    private static final long MAX_LENGTH = 5L * 1024 * 1024 * MIB;
    private static final String ANY = "application/octet-stream";

    UploadResult from(InputStream data, long length) {
        if (length > MAX_LENGTH) {
            throw StorageMessages.tooLarge();
        }
        return from(data, length, partSize(length));
    }

    /** So large that the parts do not become too many. */
    static int partSize(long length) {
        return Math.toIntExact(Math.max(PART, length / (MAX_PARTS - 1) + 1));
    }

    UploadResult from(InputStream data, long length, int partSize) {
        byte[] first = next(data, partSize);
        if (first.length < partSize) {
            requireLength(length, first.length);
            return inOne(first);
        }
        return inParts(first, data, partSize, length);
    }

    private UploadResult inOne(byte[] data) {
        PutObjectResponse answer = client.putObject(
                request -> request.bucket(target.bucket())
                        .key(key)
                        .contentType(type())
                        .contentDisposition(options.contentDisposition())
                        .contentEncoding(options.contentEncoding())
                        .cacheControl(options.cacheControl())
                        .metadata(options.metadata())
                        .ifNoneMatch(condition())
                        .expectedBucketOwner(target.owner()),
                RequestBody.fromBytes(data));
        return new UploadResult(key, answer.eTag(), answer.versionId());
    }

    private UploadResult inParts(byte[] first, InputStream data, int partSize, long length) {
        String id = client.createMultipartUpload(request -> request.bucket(target.bucket())
                        .key(key)
                        .contentType(type())
                        .contentDisposition(options.contentDisposition())
                        .contentEncoding(options.contentEncoding())
                        .cacheControl(options.cacheControl())
                        .metadata(options.metadata())
                        .expectedBucketOwner(target.owner()))
                .uploadId();
        boolean done = false;
        try {
            List<CompletedPart> parts = new ArrayList<>();
            long sent = 0;
            for (byte[] part = first; part.length > 0; part = next(data, partSize)) {
                parts.add(send(id, parts.size() + 1, part));
                sent += part.length;
            }
            requireLength(length, sent);
            CompleteMultipartUploadResponse answer =
                    client.completeMultipartUpload(request -> request.bucket(target.bucket())
                            .key(key)
                            .uploadId(id)
                            .ifNoneMatch(condition())
                            .multipartUpload(all -> all.parts(parts))
                            .expectedBucketOwner(target.owner()));
            done = true;
            return new UploadResult(key, answer.eTag(), answer.versionId());
        } finally {
            if (!done) {
                abort(id);
            }
        }
    }

    /** Parts that are left behind would be paid for. */
    private void abort(String id) {
        try {
            client.abortMultipartUpload(request ->
                    request.bucket(target.bucket()).key(key).uploadId(id).expectedBucketOwner(target.owner()));
        } catch (SdkException e) {
            LOG.log(Level.WARNING, StorageMessages.notAborted(), e);
        }
    }

    /** A source that broke off must not become an object. */
    private static void requireLength(long said, long read) {
        if (said >= 0 && said != read) {
            throw StorageMessages.otherLength(said, read);
        }
    }

    private CompletedPart send(String id, int number, byte[] part) {
        if (number > MAX_PARTS) {
            throw StorageMessages.tooLarge();
        }
        String tag = client.uploadPart(
                        request -> request.bucket(target.bucket())
                                .key(key)
                                .uploadId(id)
                                .partNumber(number)
                                .expectedBucketOwner(target.owner()),
                        RequestBody.fromInputStream(new ByteArrayInputStream(part), part.length))
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    private static byte[] next(InputStream data, int size) {
        try {
            return data.readNBytes(size);
        } catch (IOException e) {
            throw StorageMessages.unreadable(e);
        }
    }

    private String type() {
        return options.contentType() == null ? ANY : options.contentType();
    }

    private @Nullable String condition() {
        return options.preventOverwrite() ? "*" : null;
    }
}
