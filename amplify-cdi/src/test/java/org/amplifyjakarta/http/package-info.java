@NullMarked
package org.amplifyjakarta.http;

import org.jspecify.annotations.NullMarked;
