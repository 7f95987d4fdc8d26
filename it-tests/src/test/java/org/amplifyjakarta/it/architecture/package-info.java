/** The rules that the code of all three jars is held to. */
@NullMarked
package org.amplifyjakarta.it.architecture;

import org.jspecify.annotations.NullMarked;
