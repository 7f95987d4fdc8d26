/** A stand-in for Storage that sees what a path is. */
@NullMarked
package org.amplifyjakarta.storage;

import org.jspecify.annotations.NullMarked;
