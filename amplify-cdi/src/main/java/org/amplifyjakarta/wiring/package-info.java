/**
 * Where CDI meets the rest: {@link org.amplifyjakarta.wiring.AmplifyExtension} adds the beans,
 * {@link org.amplifyjakarta.wiring.AmplifyRuntime} holds what lives as long as the application,
 * {@link org.amplifyjakarta.wiring.RequestBinding} what lives as long as a request. They decide nothing.
 */
@NullMarked
package org.amplifyjakarta.wiring;

import org.jspecify.annotations.NullMarked;
