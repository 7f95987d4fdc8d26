/**
 * The way in for those who port code of Amplify JS 5: {@code withSSRContext}. New code injects the categories themselves.
 */
@NullMarked
package org.amplifyjakarta.ssr;

import org.jspecify.annotations.NullMarked;
