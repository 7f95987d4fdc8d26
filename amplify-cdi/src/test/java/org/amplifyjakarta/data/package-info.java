@NullMarked
package org.amplifyjakarta.data;

import org.jspecify.annotations.NullMarked;
