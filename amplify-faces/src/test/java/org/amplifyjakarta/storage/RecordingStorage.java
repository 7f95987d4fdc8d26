package org.amplifyjakarta.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Objects in a map. */
public final class RecordingStorage implements AmplifyStorage {

    private final Map<String, Stored> objects = new LinkedHashMap<>();
    private @Nullable UploadOptions lastUpload;

    private record Stored(String text, @Nullable String type) {}

    public void put(String path, String text, String type) {
        objects.put(path, new Stored(text, type));
    }

    public String text(String path) {
        return stored(path).text();
    }

    public @Nullable String type(String path) {
        return stored(path).type();
    }

    public Set<String> paths() {
        return objects.keySet();
    }

    public UploadOptions lastUpload() {
        return Objects.requireNonNull(lastUpload);
    }

    @Override
    public StorageUrl getUrl(StoragePath path, GetUrlOptions options) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        if (options.contentType() != null) {
            headers.put("Content-Type", List.of(options.contentType()));
        }
        if (options.contentDisposition() != null) {
            headers.put("Content-Disposition", List.of(options.contentDisposition()));
        }
        return new StorageUrl(URI.create("https://s3.example/" + text(path)), Instant.EPOCH, false, headers);
    }

    @Override
    public StorageProperties getProperties(StoragePath path, StorageOptions options) {
        Stored stored = stored(text(path));
        return new StorageProperties(
                text(path), stored.type(), stored.text().length(), "\"tag\"", Instant.EPOCH, Map.of(), null);
    }

    @Override
    public void remove(StoragePath path, StorageOptions options) {
        objects.remove(text(path));
    }

    @Override
    public UploadResult uploadData(StoragePath path, InputStream data, long length, UploadOptions options) {
        try {
            lastUpload = options;
            objects.put(
                    text(path),
                    new Stored(new String(data.readAllBytes(), StandardCharsets.UTF_8), options.contentType()));
            return new UploadResult(text(path), "\"tag\"", null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public UploadResult uploadData(StoragePath path, byte[] data, UploadOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoragePage list(StoragePath path, ListOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Stream<StorageItem> listAll(StoragePath path, ListOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoveResult removeAll(StoragePath path, StorageOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String copy(StoragePath source, StoragePath destination, CopyOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StorageDownload download(StoragePath path, StorageOptions options) {
        throw new UnsupportedOperationException();
    }

    private Stored stored(String path) {
        Stored stored = objects.get(path);
        if (stored == null) {
            throw new StorageException("NotFound", "Storage: S3 answered with NotFound.", "", 404, "", null);
        }
        return stored;
    }

    private static String text(StoragePath path) {
        return path.resolve("identity", StoragePrefixResolver.ofAmplify()).path();
    }
}
