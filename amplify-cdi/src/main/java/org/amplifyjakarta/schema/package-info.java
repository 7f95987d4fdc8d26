/**
 * What {@code model_introspection} tells of a GraphQL API, and the documents that ask for it. For this library; applications
 * use {@code org.amplifyjakarta.data}. Names only, no values.
 */
@NullMarked
package org.amplifyjakarta.schema;

import org.jspecify.annotations.NullMarked;
