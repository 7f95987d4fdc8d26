package org.amplifyjakarta.repository;

import java.time.LocalDate;
import org.amplifyjakarta.data.Model;

/** A visit, whose key is of two fields. */
@Model
public record Visit(String place, LocalDate day, String guest, int number) {}
