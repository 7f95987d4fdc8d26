package org.amplifyjakarta.it.sample;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.amplifyjakarta.storage.AmplifyStorage;
import org.amplifyjakarta.storage.StorageItem;
import org.amplifyjakarta.storage.StoragePage;
import org.amplifyjakarta.storage.StoragePath;
import org.amplifyjakarta.storage.StorageProperties;
import org.amplifyjakarta.storage.StorageUrl;

/** Photos in S3, as whoever asks may see them. {@code {identityId}} in a path stands for their own identity. */
@Path("/photos")
@Produces(MediaType.APPLICATION_JSON)
public class PhotosResource {

    @Inject
    AmplifyStorage storage;

    @GET
    public JsonObject list(@QueryParam("prefix") @DefaultValue("public/") String prefix) {
        StoragePage page = storage.list(path(prefix));
        JsonArrayBuilder items = JsonBodies.JSON.createArrayBuilder();
        page.items().forEach(item -> items.add(json(item)));
        return JsonBodies.add(
                        JsonBodies.object().add("items", items),
                        "nextToken",
                        page.nextToken().orElse(null))
                .build();
    }

    @GET
    @Path("/url")
    public JsonObject url(@QueryParam("path") @DefaultValue("") String path) {
        StorageUrl url = storage.getUrl(path(path));
        return JsonBodies.object()
                .add("url", url.url().toString())
                .add("expiresAt", url.expiresAt().toString())
                .build();
    }

    @GET
    @Path("/properties")
    public JsonObject properties(@QueryParam("path") @DefaultValue("") String path) {
        StorageProperties found = storage.getProperties(path(path));
        JsonObject metadata = JsonBodies.JSON
                .createObjectBuilder(Map.copyOf(found.metadata()))
                .build();
        return JsonBodies.add(JsonBodies.object().add("path", found.path()), "contentType", found.contentType())
                .add("size", found.size())
                .add("eTag", found.eTag())
                .add("lastModified", found.lastModified().toString())
                .add("metadata", metadata)
                .build();
    }

    @POST
    @Path("/copy")
    public JsonObject copy(
            @QueryParam("from") @DefaultValue("") String from, @QueryParam("to") @DefaultValue("") String to) {
        return JsonBodies.object()
                .add("path", storage.copy(path(from), path(to)))
                .build();
    }

    @DELETE
    public JsonObject remove(@QueryParam("path") @DefaultValue("") String path) {
        storage.remove(path(path));
        return JsonBodies.object().add("path", path).build();
    }

    private static StoragePath path(String path) {
        return StoragePath.ofIdentity(identityId -> path.replace("{identityId}", identityId));
    }

    private static JsonObject json(StorageItem item) {
        return JsonBodies.object()
                .add("path", item.path())
                .add("eTag", item.eTag())
                .add("lastModified", item.lastModified().toString())
                .add("size", item.size())
                .build();
    }
}
