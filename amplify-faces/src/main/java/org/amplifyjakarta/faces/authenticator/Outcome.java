package org.amplifyjakarta.faces.authenticator;

/** What came of a form. Immutable. */
sealed interface Outcome {

    /** The user is signed in. */
    record SignedIn() implements Outcome {}

    /** Another form is next: what is pending tells which. */
    record Continued() implements Outcome {}

    /** The user may sign in now, and hears why. */
    record ToSignIn(Notice notice) implements Outcome {}

    /** It did not do; the same form again. */
    record Rejected(Failure failure) implements Outcome {}
}
