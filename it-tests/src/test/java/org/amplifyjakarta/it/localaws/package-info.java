/**
 * A local AWS for the demo and the tests: {@link org.amplifyjakarta.it.localaws.LocalAws} serves one class per service.
 * {@link org.amplifyjakarta.it.localaws.ManagedLogin} is what a browser meets of managed login, {@link
 * org.amplifyjakarta.it.localaws.TokenEndpoint} what an app does.
 * {@link org.amplifyjakarta.it.localaws.UserPoolService} leads to the user pool's operations: sign-up, challenges, what
 * is forgotten; {@link org.amplifyjakarta.it.localaws.Mailbox} has the codes that users are sent.
 * All check what AWS checks (SRP, signatures, secrets, rotation), so that what works here works there. Binds to the
 * loop-back address only.
 */
@NullMarked
package org.amplifyjakarta.it.localaws;

import org.jspecify.annotations.NullMarked;
