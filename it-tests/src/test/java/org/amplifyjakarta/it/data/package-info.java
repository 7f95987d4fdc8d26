@NullMarked
package org.amplifyjakarta.it.data;

import org.jspecify.annotations.NullMarked;
