package org.amplifyjakarta.it.sample;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.storage.AmplifyStorage;
import org.amplifyjakarta.storage.ListOptions;
import org.amplifyjakarta.storage.StorageItem;
import org.amplifyjakarta.storage.StoragePath;
import org.jspecify.annotations.Nullable;

/** What the account page shows beside the user. */
@Named
@RequestScoped
public class AccountPage {

    private static final StoragePath OWN = StoragePath.ofIdentity(identity -> "private/" + identity + "/");

    @Inject
    AmplifyStorage storage;

    private @Nullable Optional<String> picture;

    /** Returns the path of the picture that was uploaded last, null for none, and where S3 does not tell: the rest is worth showing. */
    public @Nullable String getPicture() {
        if (picture == null) {
            picture = newest();
        }
        return picture.orElse(null);
    }

    /** Shows what was uploaded. */
    public String uploaded() {
        return "/account.xhtml?faces-redirect=true";
    }

    private Optional<String> newest() {
        try {
            return storage.list(OWN, ListOptions.DEFAULT).items().stream()
                    .max(Comparator.comparing(StorageItem::lastModified))
                    .map(StorageItem::path);
        } catch (AmplifyException e) {
            return Optional.empty();
        }
    }
}
