package org.amplifyjakarta.config.outputs;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The object literal of {@code aws-exports.js} as JSON. Nothing is evaluated: quotes, keys without quotes, comments and
 * trailing commas are turned into their JSON form, and what is left must be JSON, or the JSON reader refuses it.
 */
final class JavaScriptLiteral {

    private static final int MAX_DEPTH = 100;

    private final String text;
    private final StringBuilder json = new StringBuilder();
    private final Deque<Character> open = new ArrayDeque<>();
    private int at;

    private JavaScriptLiteral(String text) {
        this.text = text;
    }

    /** Returns the first object literal of a script. */
    static String toJson(String script) {
        return new JavaScriptLiteral(script).convert();
    }

    private String convert() {
        seekLiteral();
        do {
            step();
        } while (!open.isEmpty());
        return json.toString();
    }

    private void seekLiteral() {
        for (skipBlanks(); at < text.length() && text.charAt(at) != '{'; skipBlanks()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                // 'use strict'
                quoted(c);
                json.setLength(0);
            } else {
                at++;
            }
        }
    }

    private void step() {
        skipBlanks();
        char c = peek();
        if (c == '{' || c == '[') {
            open.push(c == '{' ? '}' : ']');
            if (open.size() > MAX_DEPTH) {
                throw new MalformedOutputsException("is nested deeper than " + MAX_DEPTH + " levels.");
            }
            copy(c);
        } else if (c == '}' || c == ']') {
            close(c);
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if (Character.isJavaIdentifierStart(c)) {
            word();
        } else {
            copy(c);
        }
    }

    private void close(char c) {
        if (open.isEmpty() || open.pop() != c) {
            throw new MalformedOutputsException("has brackets that do not match.");
        }
        if (json.length() > 0 && json.charAt(json.length() - 1) == ',') {
            json.setLength(json.length() - 1);
        }
        copy(c);
    }

    private void copy(char c) {
        json.append(c);
        at++;
    }

    /** A key without quotes, or true, false and null. */
    private void word() {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        skipBlanks();
        if (at < text.length() && text.charAt(at) == ':') {
            json.append('"').append(word).append('"');
        } else {
            json.append(word.equals("undefined") ? "null" : word);
        }
    }

    private void quoted(char quote) {
        at++;
        json.append('"');
        for (char c = peek(); c != quote; c = peek()) {
            if (c == '\\') {
                at++;
                char escaped = peek();
                // JSON knows every escape of the script's that a generated file has, but not \'
                json.append(escaped == '\'' ? "'" : "\\" + escaped);
            } else {
                json.append(c == '"' ? "\\\"" : String.valueOf(c));
            }
            at++;
        }
        json.append('"');
        at++;
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at)) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                skipTo("*/");
            } else {
                return;
            }
        }
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at + 2);
        at = found < 0 ? text.length() : found + end.length();
    }

    private char peek() {
        if (at >= text.length()) {
            throw new MalformedOutputsException("holds no complete object literal.");
        }
        return text.charAt(at);
    }
}
