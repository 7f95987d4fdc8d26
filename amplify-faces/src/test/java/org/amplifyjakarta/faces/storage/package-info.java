@NullMarked
package org.amplifyjakarta.faces.storage;

import org.jspecify.annotations.NullMarked;
