/** What the pages under test use; deployed with them. */
@NullMarked
package org.amplifyjakarta.it.faces.sample;

import org.jspecify.annotations.NullMarked;
