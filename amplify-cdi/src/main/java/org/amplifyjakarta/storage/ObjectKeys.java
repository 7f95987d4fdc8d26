package org.amplifyjakarta.storage;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * The rules for paths. S3 takes nearly anything; what is refused here would be another object by the time that an HTTP
 * client has normalized the URL, or could not be sent at all.
 */
final class ObjectKeys {

    private static final int MAX_BYTES = 1024;

    private ObjectKeys() {}

    /** Checks the path of an object. */
    static String object(StoragePath.Resolved resolved) {
        if (resolved.key().isEmpty()) {
            throw StorageMessages.noKey();
        }
        return prefix(resolved);
    }

    /** Checks what paths begin with, which may be nothing. */
    static String prefix(StoragePath.Resolved resolved) {
        String path = resolved.path();
        if (path.startsWith("/")) {
            throw StorageMessages.badPath("begins with a slash");
        }
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw StorageMessages.badPath("holds a control character");
        }
        if (bytes(path) > MAX_BYTES) {
            throw StorageMessages.badPath("is longer than " + MAX_BYTES + " bytes");
        }
        if (Stream.of(path.split("/", -1)).anyMatch(segment -> segment.equals(".") || segment.equals(".."))) {
            throw StorageMessages.badPath("has a segment that is . or ..");
        }
        return path;
    }

    private static int bytes(String path) {
        try {
            return StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(CharBuffer.wrap(path))
                    .remaining();
        } catch (CharacterCodingException e) {
            throw StorageMessages.badPath("holds half of a surrogate pair");
        }
    }
}
