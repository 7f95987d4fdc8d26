@NullMarked
package org.amplifyjakarta.security;

import org.jspecify.annotations.NullMarked;
