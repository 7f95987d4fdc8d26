/**
 * Every call to Amazon Cognito, and nothing else: the only user of the Cognito clients of the AWS SDK.
 *
 * <p>{@link org.amplifyjakarta.cognito.UserPoolClient} is one app client's view of its user pool,
 * {@link org.amplifyjakarta.cognito.AuthenticationClient} the part of it by which users sign in and up;
 * {@link org.amplifyjakarta.cognito.CognitoException} is what a call may end in.
 */
@NullMarked
package org.amplifyjakarta.cognito;

import org.jspecify.annotations.NullMarked;
