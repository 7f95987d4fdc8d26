package org.amplifyjakarta.faces.storage;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.amplifyjakarta.faces.storage.UploadOutcome.Rejected;
import org.amplifyjakarta.storage.AmplifyStorage;
import org.amplifyjakarta.storage.ContentDisposition;
import org.amplifyjakarta.storage.GetUrlOptions;
import org.amplifyjakarta.storage.StorageException;
import org.amplifyjakarta.storage.StorageOptions;
import org.amplifyjakarta.storage.StoragePath;
import org.amplifyjakarta.storage.StorageProperties;
import org.amplifyjakarta.storage.StorageUrl;
import org.amplifyjakarta.storage.UploadOptions;
import org.jspecify.annotations.Nullable;

/**
 * Brings a file into a bucket. Where it lies there is decided here: its own name gives the extension, and nothing else.
 *
 * @param prefix what every path begins with
 * @param maxSize in bytes
 */
record ObjectUpload(
        AmplifyStorage storage, StorageOptions target, String prefix, AcceptedFiles accepted, long maxSize) {

    /** Where a script may put one file. */
    record Place(String path, StorageUrl url) {}

    /** Returns what is wrong with a file. */
    Optional<Rejected> fault(FileName name, long size) {
        if (name.isEmpty()) {
            return Optional.of(Rejected.NO_FILE);
        }
        if (size > maxSize) {
            return Optional.of(Rejected.TOO_LARGE);
        }
        return accepted.include(name) ? Optional.empty() : Optional.of(Rejected.OTHER_TYPE);
    }

    /** Makes a place for a file, good for a quarter of an hour. */
    Place place(FileName name) {
        String path = path(name);
        MediaType type = MediaType.of(name.extension());
        GetUrlOptions options = GetUrlOptions.DEFAULT
                .forMethod(GetUrlOptions.Method.PUT)
                .withContentType(type.text())
                .in(target);
        String disposition = type.disposition();
        return new Place(
                path,
                storage.getUrl(
                        StoragePath.of(path),
                        disposition == null
                                ? options
                                : options.withContentDisposition(new ContentDisposition(disposition, null))));
    }

    /** Writes what came with the form. */
    UploadOutcome write(Part file) throws IOException {
        FileName name = name(file.getSubmittedFileName());
        Optional<Rejected> fault = fault(name, file.getSize());
        if (fault.isPresent()) {
            return fault.get();
        }
        MediaType type = MediaType.of(name.extension());
        UploadOptions options = new UploadOptions(type.text(), type.disposition(), null, null, Map.of(), false, target);
        String path = path(name);
        try (InputStream content = file.getInputStream()) {
            storage.uploadData(StoragePath.of(path), content, file.getSize(), options);
        }
        return new UploadOutcome.Done(new UploadedObject(path, name, file.getSize()));
    }

    /** Looks whether a script has put there what it was to; what is something else is removed. */
    UploadOutcome verify(String path, FileName name) {
        StorageProperties found;
        try {
            found = storage.getProperties(StoragePath.of(path), target);
        } catch (StorageException e) {
            if (e.name().equals("NotFound")) {
                return Rejected.NOT_THERE;
            }
            throw e;
        }
        Optional<Rejected> fault = fault(name, found.size());
        boolean ofType = MediaType.of(name.extension()).text().equals(found.contentType())
                && path.equals(prefix + id(path) + suffix(name));
        if (fault.isEmpty() && ofType) {
            return new UploadOutcome.Done(new UploadedObject(path, name, found.size()));
        }
        storage.remove(StoragePath.of(path), target);
        return fault.orElse(Rejected.OTHER_TYPE);
    }

    static FileName name(@Nullable String sent) {
        return FileName.of(sent == null ? "" : sent);
    }

    private String path(FileName name) {
        return prefix + UUID.randomUUID() + suffix(name);
    }

    private static String suffix(FileName name) {
        return name.extension().isEmpty() ? "" : "." + name.extension();
    }

    /** Returns the random part of a path, empty where there is none. */
    private String id(String path) {
        int start = prefix.length();
        int length = 36;
        return path.startsWith(prefix) && path.length() >= start + length ? path.substring(start, start + length) : "";
    }
}
