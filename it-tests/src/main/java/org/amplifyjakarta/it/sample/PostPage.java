package org.amplifyjakarta.it.sample;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.data.AmplifyModels;
import org.amplifyjakarta.data.ModelOperations;
import org.amplifyjakarta.faces.user.AmplifyUser;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.jspecify.annotations.Nullable;

/** What the page of one post shows, and its owner's form. */
@Named
@RequestScoped
public class PostPage {

    private static final String ALL = "/index.xhtml?faces-redirect=true";

    @Inject
    AmplifyModels models;

    @Inject
    AmplifyUser user;

    private String id = "";
    private @Nullable Post post;
    private @Nullable String title;
    private @Nullable String content;

    /** Reads the path's value at once: whether the form is there is asked before view parameters are. */
    @PostConstruct
    void readId() {
        id = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("id", "");
    }

    /** Answers 404 where there is no such post. */
    public void load() throws IOException {
        if (getPost() == null) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(404, "There is no such post.");
            context.responseComplete();
        }
    }

    public @Nullable Post getPost() {
        if (post == null && !id.isEmpty()) {
            post = models.of(Post.class).get(id).orElse(null);
        }
        return post;
    }

    public String getDate() {
        Post shown = getPost();
        return shown == null ? "" : PostText.date(shown);
    }

    /** Tells whether the user may change it; the API decides whoever asks. */
    public boolean isOwn() {
        Post shown = getPost();
        return shown != null
                && user.isSignedIn()
                && String.valueOf(user.getUsername()).equals(shown.owner());
    }

    /** Writes what was typed. */
    public String save() {
        Map<String, Object> changes = new HashMap<>();
        changes.put("id", id);
        changes.put("title", String.valueOf(getTitle()).strip());
        changes.put("content", getContent());
        owned().patch(changes);
        return "/post.xhtml?faces-redirect=true&id=" + id;
    }

    /** Removes it. */
    public String delete() {
        owned().delete(id);
        return ALL;
    }

    public @Nullable String getTitle() {
        Post shown = getPost();
        return title == null && shown != null ? shown.title() : title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public @Nullable String getContent() {
        Post shown = getPost();
        return content == null && shown != null ? shown.content() : content;
    }

    public void setContent(String content) {
        this.content = content;
    }

    private ModelOperations<Post> owned() {
        return models.of(Post.class).with(GraphQLOptions.DEFAULT.as(AuthMode.USER_POOL));
    }
}
