/**
 * DataStore of Amplify JS 5, for those who port: models by predicate, sorted and paged, read and written at the API at each
 * call. Nothing is kept, so nothing leaks from one request to another.
 */
@NullMarked
package org.amplifyjakarta.datastore;

import org.jspecify.annotations.NullMarked;
