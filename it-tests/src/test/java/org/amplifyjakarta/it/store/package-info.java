/** Sessions in the caches of real providers. */
@NullMarked
package org.amplifyjakarta.it.store;

import org.jspecify.annotations.NullMarked;
