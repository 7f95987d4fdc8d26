/**
 * Between objects of the application and the JSON that AppSync speaks, field by field of the schema. For this library;
 * applications use {@code org.amplifyjakarta.data}.
 */
@NullMarked
package org.amplifyjakarta.binding;

import org.jspecify.annotations.NullMarked;
