package id.patungan.ledger.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Links between the pages of a list. */
public record Pager(int page, int pages, @Nullable String previous, @Nullable String next) {

    /**
     * The links around a page.
     *
     * @param address of the list with its filters, with or without a page
     */
    static Pager of(String address, int page, int pages) {
        return new Pager(
                page,
                pages,
                page > 1 ? at(address, Math.min(page - 1, pages)) : null,
                page < pages ? at(address, page + 1) : null);
    }

    private static String at(String address, int page) {
        return UriComponentsBuilder.fromUriString(address)
                .replaceQueryParam("page", page)
                .build()
                .toUriString();
    }
}
