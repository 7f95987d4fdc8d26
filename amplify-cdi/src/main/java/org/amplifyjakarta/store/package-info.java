/**
 * Sessions that stay on the servers.
 *
 * <p>In reading order: a {@link org.amplifyjakarta.store.SessionStore} is what servers share, a cache of JCache unless an application
 * has another; {@link org.amplifyjakarta.store.SessionStores} opens it; a {@link org.amplifyjakarta.store.StoreEntry} is one session
 * in it, and decides which server refreshes that.
 *
 * <p>Messages: {@code AMP-25xx}.
 */
@NullMarked
package org.amplifyjakarta.store;

import org.jspecify.annotations.NullMarked;
