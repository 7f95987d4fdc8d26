@NullMarked
package org.amplifyjakarta.config;

import org.jspecify.annotations.NullMarked;
