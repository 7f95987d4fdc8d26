/**
 * Operations as they are written in texts and files: found, taken to part, checked against a schema. For this library;
 * applications use {@code org.amplifyjakarta.graphql}. Only {@code ParsedText} and {@code ParsedSchema} know graphql-java, which
 * need not be there.
 */
@NullMarked
package org.amplifyjakarta.document;

import org.jspecify.annotations.NullMarked;
