@NullMarked
package org.amplifyjakarta.config.outputs;

import org.jspecify.annotations.NullMarked;
