@NullMarked
package org.amplifyjakarta.credentials;

import org.jspecify.annotations.NullMarked;
