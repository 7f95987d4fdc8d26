/** The GraphQL category on the server: queries and mutations at AWS AppSync, in the session of whoever makes the request. */
@NullMarked
package org.amplifyjakarta.graphql;

import org.jspecify.annotations.NullMarked;
