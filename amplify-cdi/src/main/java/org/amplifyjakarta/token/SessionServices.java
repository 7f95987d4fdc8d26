package org.amplifyjakarta.token;

import java.time.InstantSource;
import org.amplifyjakarta.config.TokenConfig;

/** What the sessions of one pool share. */
record SessionServices(
        SessionReader reader,
        TokenRefresher refresher,
        SessionStart starts,
        SessionWriter writer,
        TokenConfig config,
        InstantSource clock,
        SessionEvents events) {}
