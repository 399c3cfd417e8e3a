package id.patungan.ledger;

import id.patungan.basics.BodyId;
import id.patungan.basics.PartyId;
import id.patungan.platform.Access;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A book of its own for every test, and entries to post to it. */
final class TestBooks {

    static final LocalDate DAY = LocalDate.of(2006, 1, 15);
    static final String SLEMAN = "34.04";

    private static final AtomicInteger NEXT = new AtomicInteger(700_000);

    private TestBooks() {}

    /** Opens a book from January 2006 on, with the three members as parties 1 to 3. */
    static Access open(Books books) {
        return open(books, false);
    }

    static Access open(Books books, boolean approvalRequired) {
        var body = new BodyId(NEXT.incrementAndGet());
        var access = as("siti", Role.FINANCE, body);
        books.open(
                access,
                new NewBook(
                        "TEST-" + body.value(),
                        Currency.getInstance("IDR"),
                        ZoneId.of("Asia/Jakarta"),
                        LocalDate.of(2006, 1, 1),
                        approvalRequired));
        books.registerParty(body, new PartyId(1), "34.71", "Kota Yogyakarta");
        books.registerParty(body, new PartyId(2), SLEMAN, "Kabupaten Sleman");
        books.registerParty(body, new PartyId(3), "34.02", "Kabupaten Bantul");
        return access;
    }

    static Access as(String handle, Role role, BodyId body) {
        var permission = new Permission(role, body, new Scope.All());
        return new Access(new Viewer(handle, handle, List.of(permission)), body);
    }

    /** Dues of that many rupiah, charged to Sleman. */
    static NewEntry dues(String sourceKey, long rupiah) {
        return dues(sourceKey, rupiah, DAY);
    }

    static NewEntry dues(String sourceKey, long rupiah, LocalDate on) {
        return entry(
                sourceKey,
                on,
                NewPosting.debit("11300", "UMUM", rupiah * 100)
                        .party(SLEMAN)
                        .charge("AS-2006-0001/34.04")
                        .period("2006"),
                NewPosting.credit("41100", "UMUM", rupiah * 100).party(SLEMAN));
    }

    static NewEntry entry(String sourceKey, LocalDate on, NewPosting... postings) {
        return new NewEntry(
                on, NewEntry.MANUAL, "Iuran anggota 2006", sourceKey, null, List.of(postings));
    }
}
