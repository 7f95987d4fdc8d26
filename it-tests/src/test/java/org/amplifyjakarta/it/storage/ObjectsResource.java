package org.amplifyjakarta.it.storage;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.amplifyjakarta.storage.AccessLevel;
import org.amplifyjakarta.storage.AmplifyStorage;
import org.amplifyjakarta.storage.ContentDisposition;
import org.amplifyjakarta.storage.CopyOptions;
import org.amplifyjakarta.storage.GetUrlOptions;
import org.amplifyjakarta.storage.ListOptions;
import org.amplifyjakarta.storage.RemoveResult;
import org.amplifyjakarta.storage.StorageDownload;
import org.amplifyjakarta.storage.StorageItem;
import org.amplifyjakarta.storage.StorageOptions;
import org.amplifyjakarta.storage.StoragePath;
import org.amplifyjakarta.storage.StorageUrl;
import org.amplifyjakarta.storage.UploadOptions;

/** What the sample has no use for. */
@Path("/objects")
public class ObjectsResource {

    @Inject
    AmplifyStorage storage;

    @PUT
    public String upload(
            @QueryParam("path") String path,
            @QueryParam("length") @DefaultValue("-1") long length,
            @QueryParam("once") boolean once,
            InputStream body) {
        UploadOptions options =
                UploadOptions.DEFAULT.withContentType("image/png").withMetadata(Map.of("by", "test"));
        return storage.uploadData(StoragePath.of(path), body, length, once ? options.preventingOverwrite() : options)
                .eTag();
    }

    @PUT
    @Path("/private")
    public String uploadOwn(@QueryParam("key") String key, String body) {
        return storage.uploadData(
                        StoragePath.key(key, AccessLevel.PRIVATE),
                        body.getBytes(StandardCharsets.UTF_8),
                        UploadOptions.DEFAULT)
                .path();
    }

    @GET
    public StreamingOutput download(@QueryParam("path") String path) {
        StorageDownload found = storage.download(StoragePath.of(path));
        return out -> {
            try (found) {
                found.content().transferTo(out);
            }
        };
    }

    @DELETE
    public String removeAll(@QueryParam("path") String path) {
        RemoveResult result = storage.removeAll(StoragePath.of(path), StorageOptions.DEFAULT);
        return result.removed().size() + " removed, " + result.failures().size() + " failed";
    }

    @GET
    @Path("/all")
    public String listAll(@QueryParam("path") String path, @QueryParam("size") int size) {
        return storage.listAll(StoragePath.of(path), ListOptions.DEFAULT.pagesOf(size))
                .map(StorageItem::path)
                .collect(Collectors.joining("\n"));
    }

    @GET
    @Path("/subpaths")
    public String subpaths(@QueryParam("path") String path) {
        return String.join(
                "\n",
                storage.list(StoragePath.of(path), ListOptions.DEFAULT.withoutSubpaths())
                        .excludedSubpaths());
    }

    @GET
    @Path("/key")
    public String key(@QueryParam("key") String key) {
        return storage.list(StoragePath.key(key, AccessLevel.PRIVATE)).items().stream()
                .map(StorageItem::key)
                .collect(Collectors.joining("\n"));
    }

    @GET
    @Path("/url")
    public String url(
            @QueryParam("path") String path,
            @QueryParam("seconds") @DefaultValue("900") long seconds,
            @QueryParam("put") boolean put) {
        GetUrlOptions options = GetUrlOptions.DEFAULT
                .expiringIn(Duration.ofSeconds(seconds))
                .withContentDisposition(ContentDisposition.attachment("Zoë's \"photo\".png"));
        StorageUrl url =
                storage.getUrl(StoragePath.of(path), put ? options.forMethod(GetUrlOptions.Method.PUT) : options);
        String headers = url.headers().entrySet().stream()
                .map(header -> header.getKey() + "=" + header.getValue().get(0))
                .collect(Collectors.joining("\n"));
        return url.url() + "\n" + url.capped() + "\n" + headers;
    }

    @PUT
    @Path("/copy")
    public String copy(@QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("tag") String tag) {
        return storage.copy(
                StoragePath.of(from),
                StoragePath.of(to),
                tag == null ? CopyOptions.DEFAULT.ifUnmodifiedSince(Instant.EPOCH) : CopyOptions.DEFAULT.ifMatch(tag));
    }
}
