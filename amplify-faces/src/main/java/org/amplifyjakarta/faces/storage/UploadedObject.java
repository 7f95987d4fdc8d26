package org.amplifyjakarta.faces.storage;

/**
 * An object that somebody uploaded, as {@code action} sees it: {@code #{bean.uploaded(upload)}}, {@code #{bean.uploaded(upload.path)}}.
 * Immutable.
 */
public final class UploadedObject {

    private final String path;
    private final String fileName;
    private final String contentType;
    private final long size;

    UploadedObject(String path, FileName fileName, long size) {
        this.path = path;
        this.fileName = fileName.text();
        this.contentType = MediaType.of(fileName.extension()).text();
        this.size = size;
    }

    /** Returns the whole path in the bucket: the tag's path, a random name and the file's extension. */
    public String getPath() {
        return path;
    }

    /** Returns the name that the file had on the user's computer, as the browser says; for showing, not for paths. */
    public String getFileName() {
        return fileName;
    }

    /** Returns the type that the object is kept with; by the file's extension. */
    public String getContentType() {
        return contentType;
    }

    /** Returns how many bytes it has. */
    public long getSize() {
        return size;
    }

    /** Shows the size alone. */
    @Override
    public String toString() {
        return "UploadedObject[size=" + size + "]";
    }
}
