/** Deployments that must fail, those that must not, and what is left when one ends. */
@NullMarked
package org.amplifyjakarta.it.deployment;

import org.jspecify.annotations.NullMarked;
