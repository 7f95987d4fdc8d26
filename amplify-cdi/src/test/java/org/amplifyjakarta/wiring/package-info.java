@NullMarked
package org.amplifyjakarta.wiring;

import org.jspecify.annotations.NullMarked;
