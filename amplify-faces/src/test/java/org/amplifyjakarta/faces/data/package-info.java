@NullMarked
package org.amplifyjakarta.faces.data;

import org.jspecify.annotations.NullMarked;
