package org.amplifyjakarta.repository;

import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import java.time.LocalDate;
import java.util.List;

/** Of a model whose key has two fields; not public. */
interface Visits extends BasicRepository<Visit, List<Object>> {

    @Find
    @OrderBy(value = "day", descending = true)
    Page<Visit> latest(String place, PageRequest page);

    @Find
    List<Visit> ofGuest(String guest, LocalDate day, int number);

    @Find
    List<Visit> ofGuest(String guest, int number);

    default Page<Visit> latest(String place) {
        return latest(place, PageRequest.ofSize(2));
    }
}
