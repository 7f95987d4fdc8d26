@NullMarked
package org.amplifyjakarta.cognito;

import org.jspecify.annotations.NullMarked;
