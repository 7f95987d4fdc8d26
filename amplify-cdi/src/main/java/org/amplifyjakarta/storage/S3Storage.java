package org.amplifyjakarta.storage;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.amplifyjakarta.cognito.IdentityCredentials;
import org.amplifyjakarta.config.StorageConfig;
import org.amplifyjakarta.credentials.AmplifyCredentials;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.token.Tokens;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/** {@link AmplifyStorage} over the AWS SDK's S3 client, for whatever session is current at each call. */
public final class S3Storage implements AmplifyStorage, AutoCloseable {

    private final Supplier<AmplifyContext> session;
    private final StoragePrefixResolver prefixes;
    private final InstantSource clock;
    private final S3Clients clients = new S3Clients();

    /** Makes the one of an application; nothing is opened before it is used. */
    public S3Storage(Supplier<AmplifyContext> session, StoragePrefixResolver prefixes, InstantSource clock) {
        this.session = session;
        this.prefixes = prefixes;
        this.clock = clock;
    }

    /** What an operation needs: who asks, where it goes, and what is meant there. */
    private record Call(
            AmplifyContext context, IdentityCredentials credentials, Target target, String path, String prefix) {

        String key(String whole) {
            return whole.startsWith(prefix) ? whole.substring(prefix.length()) : whole;
        }
    }

    @Override
    public StorageUrl getUrl(StoragePath path, GetUrlOptions options) {
        boolean writes = options.method() == GetUrlOptions.Method.PUT;
        Call call = object(path, options.target(), writes ? "write" : "get");
        if (options.validateObjectExistence() && !writes) {
            properties(call);
        }
        return new PresignedUrls(clients.presigner(call.target.site()), call.target, call.credentials)
                .of(call.path, options, clock.instant());
    }

    @Override
    public StorageProperties getProperties(StoragePath path, StorageOptions options) {
        return properties(object(path, options, "get"));
    }

    @Override
    public StoragePage list(StoragePath path, ListOptions options) {
        return page(prefix(path, options.target(), "list"), options);
    }

    private StoragePage page(Call call, ListOptions options) {
        ListObjectsV2Response page = list(call, options);
        List<StorageItem> items =
                page.contents().stream().map(object -> item(call, object)).toList();
        List<String> excluded =
                page.commonPrefixes().stream().map(common -> common.prefix()).toList();
        return new StoragePage(
                items, Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null, excluded);
    }

    @Override
    public Stream<StorageItem> listAll(StoragePath path, ListOptions options) {
        // one session for all pages, whoever reads them
        Call call = prefix(path, options.target(), "list");
        return Stream.iterate(Optional.of(page(call, options)), Optional::isPresent, page -> page.flatMap(
                                StoragePage::nextToken)
                        .map(token -> page(call, options.from(token))))
                .flatMap(page -> page.stream().flatMap(found -> found.items().stream()));
    }

    @Override
    public void remove(StoragePath path, StorageOptions options) {
        Call call = object(path, options, "delete");
        s3(call).call(client -> client.deleteObject(request ->
                request.bucket(call.target.bucket()).key(call.path).expectedBucketOwner(call.target.owner())));
    }

    @Override
    public RemoveResult removeAll(StoragePath path, StorageOptions options) {
        Call call = object(path, options, "delete");
        if (!call.path.endsWith("/") || call.path.equals("/")) {
            throw StorageMessages.badPath("must end in a slash where all below it are to be removed");
        }
        List<String> removed = new ArrayList<>();
        List<RemoveResult.Failure> failures = new ArrayList<>();
        ListOptions pages = ListOptions.DEFAULT.in(options);
        String token = null;
        do {
            ListObjectsV2Response page = list(call, pages.from(token));
            removePage(call, page, removed, failures);
            token = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
        } while (token != null);
        return new RemoveResult(removed, failures);
    }

    @Override
    public String copy(StoragePath source, StoragePath destination, CopyOptions options) {
        Call from = object(source, options.source(), "get");
        Call to = object(destination, options.destination(), "write");
        CopyObjectResponse copied = s3(to).call(
                        client -> client.copyObject(request -> request.sourceBucket(from.target.bucket())
                                .sourceKey(from.path)
                                .destinationBucket(to.target.bucket())
                                .destinationKey(to.path)
                                .metadataDirective(MetadataDirective.COPY)
                                .copySourceIfMatch(options.eTag())
                                .copySourceIfUnmodifiedSince(options.notModifiedSince())
                                .expectedSourceBucketOwner(from.target.owner())
                                .expectedBucketOwner(to.target.owner())));
        if (copied.copyObjectResult() == null) {
            throw StorageMessages.of("Unknown", "S3 answered without a result.", "Look whether the copy is there.");
        }
        return to.path;
    }

    @Override
    public UploadResult uploadData(StoragePath path, InputStream data, long length, UploadOptions options) {
        Call call = object(path, options.target(), "write");
        return s3(call).once(client -> new Upload(client, call.target, call.path, options).from(data, length));
    }

    @Override
    public UploadResult uploadData(StoragePath path, byte[] data, UploadOptions options) {
        return uploadData(path, new ByteArrayInputStream(data), data.length, options);
    }

    @Override
    public StorageDownload download(StoragePath path, StorageOptions options) {
        Call call = object(path, options, "get");
        return s3(call).call(client -> client.getObject(
                request -> request.bucket(call.target.bucket()).key(call.path).expectedBucketOwner(call.target.owner()),
                // the SDK's own stream would start a thread that outlives the application
                ResponseTransformer.unmanaged(
                        (found, content) -> new StorageDownload(properties(call, found), content))));
    }

    @Override
    public void close() {
        clients.close();
    }

    private StorageProperties properties(Call call) {
        HeadObjectResponse found = s3(call).head(
                        client -> client.headObject(request -> request.bucket(call.target.bucket())
                                .key(call.path)
                                .responseCacheControl("no-store")
                                .expectedBucketOwner(call.target.owner())));
        return new StorageProperties(
                call.path,
                found.contentType(),
                found.contentLength(),
                found.eTag(),
                found.lastModified(),
                found.metadata(),
                found.versionId());
    }

    private static StorageProperties properties(Call call, GetObjectResponse found) {
        return new StorageProperties(
                call.path,
                found.contentType(),
                found.contentLength(),
                found.eTag(),
                found.lastModified(),
                found.metadata(),
                found.versionId());
    }

    private ListObjectsV2Response list(Call call, ListOptions options) {
        return s3(call).call(client -> client.listObjectsV2(request -> request.bucket(call.target.bucket())
                .prefix(call.path)
                .maxKeys(options.pageSize())
                .continuationToken(options.nextToken())
                .delimiter(options.excludeBelow())
                .expectedBucketOwner(call.target.owner())));
    }

    private void removePage(
            Call call, ListObjectsV2Response page, List<String> removed, List<RemoveResult.Failure> failures) {
        List<ObjectIdentifier> objects = page.contents().stream()
                .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                .toList();
        if (objects.isEmpty()) {
            return;
        }
        DeleteObjectsResponse answer = s3(call).call(
                        client -> client.deleteObjects(request -> request.bucket(call.target.bucket())
                                .delete(all -> all.objects(objects))
                                .expectedBucketOwner(call.target.owner())));
        answer.deleted().forEach(object -> removed.add(object.key()));
        answer.errors().forEach(error -> failures.add(new RemoveResult.Failure(error.key(), error.code())));
    }

    private static StorageItem item(Call call, S3Object object) {
        return new StorageItem(
                object.key(), call.key(object.key()), object.eTag(), object.lastModified(), object.size());
    }

    private Call object(StoragePath path, StorageOptions options, String action) {
        return prepare(path, options, action, true);
    }

    private Call prefix(StoragePath path, StorageOptions options, String action) {
        return prepare(path, options, action, false);
    }

    private Call prepare(StoragePath path, StorageOptions options, String action, boolean object) {
        AmplifyContext context = session.get();
        IdentityCredentials credentials = context.credentials().current().orElseThrow(StorageMessages::noCredentials);
        @Nullable StorageConfig config = context.config().storage();
        Target target = Target.of(config, options);
        StoragePath.Resolved resolved = path.resolve(credentials.identityId(), prefixes);
        String whole = object ? ObjectKeys.object(resolved) : ObjectKeys.prefix(resolved);
        if (config != null && config.checkAccess()) {
            Optional<Tokens> tokens = context.tokens().tokens();
            if (!AccessRules.of(config, target.bucket()).allow(action, whole, credentials.identityId(), tokens)) {
                throw StorageMessages.deniedByRule(action);
            }
        }
        return new Call(context, credentials, target, whole, resolved.prefix());
    }

    private S3Calls s3(Call call) {
        AmplifyCredentials own = call.context.credentials();
        return new S3Calls(
                clients.client(call.target.site()),
                new LastingCredentials(call.credentials, own::current, clock),
                () -> own.current(true));
    }
}
