/** From a session to AWS credentials: the identity pool, what is kept of it across requests, and the guest's cookie. */
@NullMarked
package org.amplifyjakarta.credentials;

import org.jspecify.annotations.NullMarked;
