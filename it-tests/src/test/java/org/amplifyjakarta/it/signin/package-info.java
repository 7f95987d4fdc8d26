/**
 * Tests of the sign-in routes on a server. Three suites, each of which goes on from the one before:
 * {@link org.amplifyjakarta.it.signin.SignInSuite} goes the way of a person,
 * {@link org.amplifyjakarta.it.signin.SignInAnswersSuite} through every branch,
 * {@link org.amplifyjakarta.it.signin.SignInAttacksSuite} the ways of attackers; one class for each place where sessions are kept
 * runs them all. {@link org.amplifyjakarta.it.signin.SpringAuthorizationServerTest} is against an authorization server that nobody
 * here wrote.
 */
@NullMarked
package org.amplifyjakarta.it.signin;

import org.jspecify.annotations.NullMarked;
