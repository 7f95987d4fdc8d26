@NullMarked
package org.amplifyjakarta.it.repository;

import org.jspecify.annotations.NullMarked;
