package org.amplifyjakarta.faces.storage;

import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of a form, with a text in it. */
record TextPart(String fileName, String text) implements Part {

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String getContentType() {
        return "text/html";
    }

    @Override
    public String getName() {
        return "file";
    }

    @Override
    public String getSubmittedFileName() {
        return fileName;
    }

    @Override
    public long getSize() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public void write(String file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete() {}

    @Override
    public @Nullable String getHeader(String name) {
        return null;
    }

    @Override
    public List<String> getHeaders(String name) {
        return List.of();
    }

    @Override
    public List<String> getHeaderNames() {
        return List.of();
    }
}
