@NullMarked
package org.amplifyjakarta.datastore;

import org.jspecify.annotations.NullMarked;
