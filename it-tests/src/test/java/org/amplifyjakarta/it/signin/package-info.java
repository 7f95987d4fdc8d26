/**
 * Tests of the sign-in routes on a server: {@link org.amplifyjakarta.it.signin.SignInIT} goes the way of a person,
 * {@link org.amplifyjakarta.it.signin.SignInAnswersIT} through every branch, the others the ways of attackers;
 * {@link org.amplifyjakarta.it.signin.SpringAuthorizationServerTest} against an authorization server that nobody here wrote.
 */
@NullMarked
package org.amplifyjakarta.it.signin;

import org.jspecify.annotations.NullMarked;
