@NullMarked
package org.amplifyjakarta.servlet;

import org.jspecify.annotations.NullMarked;
