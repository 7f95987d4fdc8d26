/**
 * A local AWS for the demo and the tests: {@link org.amplifyjakarta.it.localaws.LocalAws} serves one class per service.
 * It checks what AWS checks (SRP, signatures, secrets, rotation), so that what works here works there. Binds to the
 * loop-back address only.
 */
@NullMarked
package org.amplifyjakarta.it.localaws;

import org.jspecify.annotations.NullMarked;
