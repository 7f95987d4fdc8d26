/** From a session to AWS credentials. */
@NullMarked
package org.amplifyjakarta.it.credentials;

import org.jspecify.annotations.NullMarked;
