/**
 * The root: what every package may use, and the map. A cookie walks in this direction:
 *
 * <ol>
 *   <li>{@link org.amplifyjakarta.config}: what the application configured;
 *   <li>{@link org.amplifyjakarta.cookie}: bytes on the wire ↔ names and values;
 *   <li>{@link org.amplifyjakarta.store}: sessions that stay on the servers;
 *   <li>{@link org.amplifyjakarta.http}: what needs to be seen of a request;
 *   <li>{@link org.amplifyjakarta.cognito}: every call to Cognito;
 *   <li>{@link org.amplifyjakarta.token}: cookies → verified tokens;
 *   <li>{@link org.amplifyjakarta.session}: who is signed in;
 *   <li>{@link org.amplifyjakarta.authentication}: signing in and up at the user pool;
 *   <li>{@link org.amplifyjakarta.guard}: who may pass;
 *   <li>{@link org.amplifyjakarta.servlet}, {@link org.amplifyjakarta.security} and {@link org.amplifyjakarta.wiring}: where
 *       Servlet, Jakarta Security and CDI meet the rest.
 * </ol>
 */
@NullMarked
package org.amplifyjakarta;

import org.jspecify.annotations.NullMarked;
