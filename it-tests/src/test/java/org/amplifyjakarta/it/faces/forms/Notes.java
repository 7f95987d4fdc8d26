package org.amplifyjakarta.it.faces.forms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All that was ever saved. */
@Named
@ApplicationScoped
public class Notes {

    private final List<String> all = new CopyOnWriteArrayList<>();

    public List<String> getAll() {
        return all;
    }
}
