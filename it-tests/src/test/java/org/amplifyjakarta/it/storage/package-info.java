/** Objects in S3. */
@NullMarked
package org.amplifyjakarta.it.storage;

import org.jspecify.annotations.NullMarked;
