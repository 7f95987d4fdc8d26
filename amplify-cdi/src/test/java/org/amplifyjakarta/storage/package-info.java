@NullMarked
package org.amplifyjakarta.storage;

import org.jspecify.annotations.NullMarked;
