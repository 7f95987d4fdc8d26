/** What this library needs to see of an HTTP exchange, whoever handles it: Servlet, Jakarta REST, or neither. */
@NullMarked
package org.amplifyjakarta.http;

import org.jspecify.annotations.NullMarked;
