package org.amplifyjakarta.it.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.data.AmplifyModels;
import org.amplifyjakarta.data.Filter;
import org.amplifyjakarta.faces.storage.UploadedObject;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.it.sample.Post;
import org.amplifyjakarta.it.sample.PostStatus;
import org.jspecify.annotations.Nullable;

/** What the test's views show and do. */
@Named
@RequestScoped
public class Tags {

    static final String HOSTILE = "</script><!--<script>]]>&'\" \u2028\u2029 \ud800 😀";

    private @Nullable AmplifyModels models;
    private String path = "";
    private String taken = "";

    // for the client proxy
    Tags() {}

    @Inject
    Tags(AmplifyModels models) {
        this.models = models;
    }

    public List<String> getObjects() {
        return List.of("public/tags/a.txt", "public/tags/ü \"><script>alert(1)</script>.txt", "javascript:alert(1)");
    }

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path;
    }

    public String getTaken() {
        return taken;
    }

    public void take(UploadedObject upload) {
        taken = "taken: " + upload.getFileName() + "," + upload.getContentType() + "," + upload.getSize() + ","
                + upload.getPath().equals(path);
    }

    public void remove(String id) {
        if (models != null) {
            models.of("Post")
                    .with(GraphQLOptions.DEFAULT.as(AuthMode.USER_POOL))
                    .delete(id);
        }
    }

    public Map<String, Object> getVariables() {
        return Map.of("limit", 2);
    }

    public Filter getDrafts() {
        return Filter.where("status").eq(PostStatus.DRAFT);
    }

    public List<Post> getHostile() {
        return List.of(new Post("1", HOSTILE, null, null, null, null, null, null));
    }
}
