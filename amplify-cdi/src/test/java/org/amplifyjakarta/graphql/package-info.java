@NullMarked
package org.amplifyjakarta.graphql;

import org.jspecify.annotations.NullMarked;
