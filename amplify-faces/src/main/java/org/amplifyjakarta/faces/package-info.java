/**
 * Server-rendered pages: the tag library {@code amplify.faces} for Jakarta Faces.
 *
 * <p>{@link org.amplifyjakarta.faces.user} tells who is signed in, {@link org.amplifyjakarta.faces.authenticator} has the forms
 * to sign in with, {@link org.amplifyjakarta.faces.storage} and {@link org.amplifyjakarta.faces.data} bring objects and records
 * into pages. {@link org.amplifyjakarta.faces.FacesServices} is what all components need of the application,
 * {@link org.amplifyjakarta.faces.PageAddress} where the page is, {@link org.amplifyjakarta.faces.Texts} its words,
 * {@link org.amplifyjakarta.faces.ErrorFacet} what is shown in place of what failed. Codes of log
 * lines: 7000 and on.
 */
@NullMarked
package org.amplifyjakarta.faces;

import org.jspecify.annotations.NullMarked;
