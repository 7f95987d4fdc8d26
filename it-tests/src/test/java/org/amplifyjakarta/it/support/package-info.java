/** What tests say, not how. */
@NullMarked
package org.amplifyjakarta.it.support;

import org.jspecify.annotations.NullMarked;
