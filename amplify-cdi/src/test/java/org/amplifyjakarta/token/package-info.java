@NullMarked
package org.amplifyjakarta.token;

import org.jspecify.annotations.NullMarked;
