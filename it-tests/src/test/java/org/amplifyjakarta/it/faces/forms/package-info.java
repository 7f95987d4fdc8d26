/** What the forms under test do; deployed with them. */
@NullMarked
package org.amplifyjakarta.it.faces.forms;

import org.jspecify.annotations.NullMarked;
