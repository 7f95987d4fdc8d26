/**
 * Objects of S3 in pages: pictures, links and uploads. {@link org.amplifyjakarta.faces.storage.StorageImageComponent},
 * {@link org.amplifyjakarta.faces.storage.StorageLinkComponent} and {@link org.amplifyjakarta.faces.storage.UploadComponent} are the
 * tags. Codes of log lines: 7200 and on.
 */
@NullMarked
package org.amplifyjakarta.faces.storage;

import org.jspecify.annotations.NullMarked;
