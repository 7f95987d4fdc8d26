/** Tests of documents in files. */
@NullMarked
package org.amplifyjakarta.document;

import org.jspecify.annotations.NullMarked;
