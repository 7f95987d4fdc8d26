@NullMarked
package org.amplifyjakarta.repository;

import org.jspecify.annotations.NullMarked;
