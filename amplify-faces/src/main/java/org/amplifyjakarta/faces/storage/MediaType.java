package org.amplifyjakarta.faces.storage;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file is by its extension: what a browser says of it, and what is in it, is not looked at. What a browser could run is
 * of no type at all. Immutable.
 */
record MediaType(String text) {

    private static final MediaType ANY = new MediaType("application/octet-stream");

    /** Those that a browser shows without running anything. */
    private static final Set<String> SHOWN = Set.of("image", "audio", "video");

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("heic", "image/heic"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("wav", "audio/wav"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("zip", "application/zip"),
            Map.entry("json", "application/json"),
            Map.entry("csv", "text/csv"),
            Map.entry("txt", "text/plain"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"));

    /** Returns that of a file name's extension. */
    static MediaType of(String extension) {
        String known = KNOWN.get(extension);
        return known == null ? ANY : new MediaType(known);
    }

    /** Returns the disposition that an object of this type is kept with; null for one that may be shown where it is opened. */
    @Nullable String disposition() {
        boolean shown = SHOWN.contains(text.substring(0, text.indexOf('/'))) && !text.contains("svg");
        return shown ? null : "attachment";
    }
}
