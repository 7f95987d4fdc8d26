@NullMarked
package org.amplifyjakarta.transport;

import org.jspecify.annotations.NullMarked;
