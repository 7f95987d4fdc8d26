/** The list of posts as a page of Jakarta Faces that knows nothing of Amplify: what the sample's is measured against. */
@NullMarked
package org.amplifyjakarta.it.benchmark.plain;

import org.jspecify.annotations.NullMarked;
