package org.amplifyjakarta.config;
/** Stub. */
public record GuardConfig(boolean bearer) {}
