/**
 * What the GraphQL API answers, in pages, and what scripts of the page are told: {@link org.amplifyjakarta.faces.data.ModelsComponent}
 * and {@link org.amplifyjakarta.faces.data.QueryComponent} bind what they fetch to a name, as
 * {@link org.amplifyjakarta.faces.data.FetchingComponent} says; {@link org.amplifyjakarta.faces.data.ModelDataComponent} and
 * {@link org.amplifyjakarta.faces.data.ConfigureComponent} write JSON.
 */
@NullMarked
package org.amplifyjakarta.faces.data;

import org.jspecify.annotations.NullMarked;
