@NullMarked
package org.amplifyjakarta.cookie;

import org.jspecify.annotations.NullMarked;
