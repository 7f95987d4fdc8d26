@NullMarked
package org.amplifyjakarta.authentication;

import org.jspecify.annotations.NullMarked;
