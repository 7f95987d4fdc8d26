@NullMarked
package org.amplifyjakarta.rest;

import org.jspecify.annotations.NullMarked;
