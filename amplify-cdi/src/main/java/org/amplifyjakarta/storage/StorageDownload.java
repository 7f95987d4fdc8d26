package org.amplifyjakarta.storage;

import java.io.IOException;
import java.io.InputStream;

/**
 * An object that is being read. Close it; until then it keeps a connection.
 *
 * @param content the bytes, as they come from S3; nothing is held in memory
 */
public record StorageDownload(StorageProperties properties, InputStream content) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        content.close();
    }
}
