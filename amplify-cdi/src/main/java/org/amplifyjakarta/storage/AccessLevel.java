package org.amplifyjakarta.storage;

/** Amplify's access levels of objects that are named by a key: what comes before the key. */
public enum AccessLevel {
    /** Everybody's: {@code public/}. */
    GUEST,
    /** Everybody may read, the owner writes: {@code protected/<identity id>/}. */
    PROTECTED,
    /** The owner's alone: {@code private/<identity id>/}. */
    PRIVATE
}
