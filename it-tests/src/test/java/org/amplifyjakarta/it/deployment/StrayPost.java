package org.amplifyjakarta.it.deployment;

import org.amplifyjakarta.data.Model;

/** Misspells a field of the model. */
@Model("Post")
public record StrayPost(String id, String titel) {}
