/** What speed costs: run by hand, {@code mvn -Pbenchmark verify}; the README tells what came out. */
@NullMarked
package org.amplifyjakarta.it.benchmark;

import org.jspecify.annotations.NullMarked;
