/** The models of an Amplify Data schema: typed operations on what {@code model_introspection} tells of them. */
@NullMarked
package org.amplifyjakarta.data;

import org.jspecify.annotations.NullMarked;
