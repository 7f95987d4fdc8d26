@NullMarked
package org.amplifyjakarta.guard;

import org.jspecify.annotations.NullMarked;
