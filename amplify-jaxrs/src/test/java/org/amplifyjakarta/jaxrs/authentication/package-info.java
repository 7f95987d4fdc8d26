@NullMarked
package org.amplifyjakarta.jaxrs.authentication;

import org.jspecify.annotations.NullMarked;
