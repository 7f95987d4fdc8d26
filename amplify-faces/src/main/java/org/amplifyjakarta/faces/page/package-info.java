/**
 * Pages at addresses that people read: {@code /posts/7} in place of {@code /post.xhtml?id=7}.
 *
 * <p>A view says itself where it is:
 *
 * <pre>{@code
 * <!DOCTYPE html>
 * <html xmlns="http://www.w3.org/1999/xhtml" xmlns:f="jakarta.faces.core" xmlns:h="jakarta.faces.html"
 *       xmlns:amplify="amplify.faces">
 *   <f:metadata>
 *     <amplify:page path="/posts/{id}"/>
 *     <f:viewParam name="id" value="#{post.id}"/>
 *   </f:metadata>
 *   …
 *   <h:link outcome="/post" value="Next"><f:param name="id" value="8"/></h:link>
 * </html>
 * }</pre>
 *
 * <p><b>Paths.</b> {@code /account} is that path, {@code {id}} stands for one segment, and {@code {*path}} at the end for one
 * or more ({@code /docs} itself is another page's). Where several match, what is written out wins over {@code {id}},
 * and that over {@code {*path}}, from the left. Two views that one path could mean, a path that is none, an attribute
 * that is not known: all such faults are told together, and the application does not start.
 *
 * <p><b>Values</b> are request parameters, decoded once; one of the query or of a form that has the same name is not seen. A
 * segment has at most 255 characters and is never {@code .} or {@code ..}; slashes, backslashes and semicolons cannot be part
 * of one, however they are encoded. A server may refuse more: Open Liberty 26.0.0.3 answers {@code %23} in a path with 400.
 *
 * <p><b>Matching is exact</b>: {@code /account/} and {@code /Account} are not {@code /account}, and nobody is redirected;
 * they are answered as any other path that there is not, with 404. The path is the one that the container dispatched
 * on (both servers make one slash of several), which the rules {@code amplify.guard.*} are asked about before. A page never comes before a servlet or a file;
 * for a page at {@code /} the application needs no welcome file.
 *
 * <p><b>Addresses</b> that Faces makes (forms, {@code h:link}, {@code h:button}, redirects, with {@code includeViewParams} too)
 * are those of the page: parameters that its path names go there, the others into the query. Links of a page to itself
 * keep the values of its path that they do not give anew.
 *
 * <p><b>The file has no address</b>: {@code /post.xhtml}, {@code /faces/post.xhtml} and all other spellings are 404, since
 * guards name the page's path. For the same reason a page cannot be navigated to within a request: navigation to it is
 * a redirect ({@code post?faces-redirect=true}), and an error otherwise.
 *
 * <p>Views are looked for everywhere but below {@code /WEB-INF}, {@code /META-INF}, {@code /resources} and {@code /contracts},
 * in files whose names end with {@code .xhtml}. {@link org.amplifyjakarta.faces.page.PageInitializer} finds them,
 * {@link org.amplifyjakarta.faces.page.PageFilter} dispatches requests, and
 * {@link org.amplifyjakarta.faces.page.PageViewHandler} makes the addresses. Codes: 7100 to 7199.
 */
@NullMarked
package org.amplifyjakarta.faces.page;

import org.jspecify.annotations.NullMarked;
