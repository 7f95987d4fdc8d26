@NullMarked
package org.amplifyjakarta.signin;

import org.jspecify.annotations.NullMarked;
