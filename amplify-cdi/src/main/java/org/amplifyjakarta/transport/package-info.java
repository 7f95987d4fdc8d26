/** How requests go to the APIs of an application: authorized, repeated where that is safe, ended in time. */
@NullMarked
package org.amplifyjakarta.transport;

import org.jspecify.annotations.NullMarked;
