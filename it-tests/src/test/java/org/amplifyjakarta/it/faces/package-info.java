<<<<<<< HEAD
/** Pages of Jakarta Faces, as people see them. */
=======
/** The tag library on both servers: Mojarra on WildFly, MyFaces on Open Liberty. */
>>>>>>> d50276b (Faces tags on both servers: uploads by form and script, links, paging, islands, against what attacks them)
@NullMarked
package org.amplifyjakarta.it.faces;

import org.jspecify.annotations.NullMarked;
