package id.patungan.ledger;

import static id.patungan.ledger.TestBooks.DAY;
import static id.patungan.ledger.TestBooks.SLEMAN;
import static id.patungan.ledger.TestBooks.dues;
import static id.patungan.ledger.TestBooks.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Audit;
import id.patungan.platform.Role;
import id.patungan.platform.Transactions;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.Faults;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceUtils;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/** Posting, reversing, closing and reopening through the service. */
@DatabaseTest
class LedgerTest {

    @Autowired private Books books;
    @Autowired private Ledger ledger;
    @Autowired private Periods periods;
    @Autowired private EntryRepository entries;
    @Autowired private BookRepository heads;
    @Autowired private Anchors anchors;
    @Autowired private EntryRules rules;
    @Autowired private ChartRepository charts;
    @Autowired private Drafts drafts;
    @Autowired private Transactions transactions;
    @Autowired private Audit audit;
    @Autowired private Clock clock;
    @Autowired private Faults faults;
    @Autowired private DataSource dataSource;

    private Access access;

    @BeforeEach
    void aBook() {
        access = TestBooks.open(books);
    }

    @AfterEach
    void noFaults() {
        faults.none();
    }

    @Test
    void anEntryGetsTheNextNumberAndALinkOfTheChain() {
        var first = ledger.post(access, dues("a", 110_000_000));
        var second = ledger.post(access, dues("b", 1));

        assertThat(first.no()).isEqualTo(1);
        assertThat(second.no()).isEqualTo(2);
        assertThat(first.preparedBy()).isEqualTo("siti");
        assertThat(first.hash()).hasSize(64).isNotEqualTo(second.hash());
        var head = heads.head(access.body()).orElseThrow();
        assertThat(head.lastNo()).isEqualTo(2);
        assertThat(head.hash().hex()).isEqualTo(second.hash());
    }

    @Test
    void whatIsReadIsWhatWasPosted() {
        var posted = ledger.post(access, foreign("a"));

        assertThat(stored(1)).isEqualTo(posted);
        var content = CanonicalForm.Content.of(stored(1));
        assertThat(CanonicalForm.hash(Currency.getInstance("IDR"), content))
                .isEqualTo(Asked.entry(Currency.getInstance("IDR"), foreign("a")).contentHash());
    }

    @Test
    void theSameSourceKeyPostsOnce() {
        var first = ledger.post(access, dues("a", 5));

        assertThat(ledger.post(access, dues("a", 5))).isEqualTo(first);
        assertThat(heads.head(access.body()).orElseThrow().lastNo()).isEqualTo(1);
    }

    @Test
    void otherContentUnderAKnownSourceKeyIsAConflict() {
        ledger.post(access, dues("a", 5));
        assertRefused("ledger.other-content", () -> ledger.post(access, dues("a", 6)));

        // Mistakes of a digest that leaves something out: fund, rate, party
        ledger.post(access, foreign("b"));
        var original = foreign("b").postings();
        assertRefused(
                "ledger.other-content",
                () ->
                        ledger.post(
                                access,
                                entry(
                                        "b",
                                        DAY,
                                        original.get(0)
                                                .original(
                                                        new Original(
                                                                Currency.getInstance("EUR"),
                                                                10_000,
                                                                new BigDecimal("11000.1"))),
                                        original.get(1))));
        ledger.post(access, twoCash("c", "UMUM"));
        assertRefused("ledger.other-content", () -> ledger.post(access, twoCash("c", "CADANGAN")));
        ledger.post(access, dues("d", 5));
        assertRefused(
                "ledger.other-content",
                () ->
                        ledger.post(
                                access,
                                entry(
                                        "d",
                                        DAY,
                                        dues("d", 5).postings().get(0),
                                        dues("d", 5).postings().get(1).party("34.71"))));
    }

    @Test
    void aThousandEntriesGoInOneTransactionAllOrNone() {
        var batch = IntStream.range(0, 1_000).mapToObj(n -> dues("k" + n, n + 1)).toList();
        var posted = ledger.postAll(access, batch);

        assertThat(posted).hasSize(1_000);
        assertThat(posted.getLast().no()).isEqualTo(1_000);
        assertThat(ledger.postAll(access, batch)).isEqualTo(posted);

        var withOneBad =
                List.of(dues("x", 1), dues("y", 1, LocalDate.of(2005, 12, 31)), dues("z", 1));
        assertRefused("ledger.closed-period", () -> ledger.postAll(access, withOneBad));
        assertThat(heads.head(access.body()).orElseThrow().lastNo()).isEqualTo(1_000);
    }

    @Test
    void anInterruptedImportResumesWhereItStopped() {
        var batch = IntStream.range(0, 10).mapToObj(n -> dues("import:f:" + n, n + 1)).toList();
        ledger.postAll(access, batch.subList(0, 6));

        var all = ledger.postAll(access, batch);

        assertThat(all)
                .extracting(Entry::no)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void aBatchIsNeitherEmptyNorTooLongNorHasTwins() {
        assertRefused("ledger.batch-size", () -> ledger.postAll(access, List.of()));
        assertRefused(
                "ledger.batch-size",
                () ->
                        ledger.postAll(
                                access,
                                IntStream.range(0, 1_001)
                                        .mapToObj(n -> dues("k" + n, 1))
                                        .toList()));
        assertRefused(
                "ledger.twin-in-batch",
                () -> ledger.postAll(access, List.of(dues("a", 1), dues("a", 1))));
    }

    @Test
    void codesThatTheBookDoesNotKnowAreRefused() {
        var good = dues("a", 1).postings();
        assertRefusedLine("ledger.unknown-account", NewPosting.debit("99999", "UMUM", 1));
        assertRefusedLine("ledger.unknown-fund", NewPosting.debit("11200", "HIBAH-X", 1));
        assertRefusedLine("ledger.unknown-party", good.getFirst().party("99.99"));
        assertRefusedLine("ledger.unknown-project", good.getFirst().project("NONE"));
        assertRefusedLine("ledger.unknown-award-line", good.getFirst().awardLine("1.1/A"));
        assertRefusedLine("ledger.unknown-paying-unit", good.getFirst().unit("BPKAD"));
        assertRefusedLine("ledger.party-required", good.getFirst().party(null));
        assertRefusedLine("ledger.not-postable", NewPosting.debit("49100", "UMUM", 1));
    }

    @Test
    void aPayingUnitBelongsToItsParty() {
        books.addUnit(access.body(), SLEMAN, "SLM-BPKAD", "BPKAD Sleman");
        var line = dues("a", 1).postings();
        ledger.post(access, entry("a", DAY, line.get(0).unit("SLM-BPKAD"), line.get(1)));

        assertRefused(
                "ledger.unit-of-other-party",
                () ->
                        ledger.post(
                                access,
                                entry(
                                        "b",
                                        DAY,
                                        line.get(0).party("34.71").unit("SLM-BPKAD"),
                                        line.get(1))));
    }

    @Test
    void anInactiveAccountTakesNoPostingsButReversalsOfOldOnes() {
        ledger.post(access, dues("a", 1));
        var account =
                books.accounts(access).stream()
                        .filter(one -> one.code().equals(new AccountCode("41100")))
                        .findFirst()
                        .orElseThrow();
        books.addAccounts(
                access,
                List.of(
                        new Account(
                                account.code(),
                                account.nameId(),
                                account.nameEn(),
                                account.kind(),
                                account.fundingClass(),
                                account.control(),
                                account.postable(),
                                false)));

        assertRefused("ledger.inactive-account", () -> ledger.post(access, dues("b", 1)));
        assertThat(ledger.reverse(access, 1, DAY, "salah", "r").no()).isEqualTo(2);
    }

    @Test
    void aReversalMirrorsEveryDimensionAndTheOriginalCurrency() {
        books.addProject(access.body(), "TPA", "TPA Piyungan", "Piyungan landfill");
        books.addAwardLine(access.body(), "2.1/A3", "Pelatihan", "Training");
        books.addUnit(access.body(), SLEMAN, "SLM-1", "BPKAD");
        var lines = foreign("a").postings();
        ledger.post(
                access,
                entry(
                        "a",
                        DAY,
                        lines.get(0)
                                .party(SLEMAN)
                                .project("TPA")
                                .awardLine("2.1/A3")
                                .unit("SLM-1")
                                .charge("AS-1/34.04")
                                .period("2006")
                                .memo("catatan"),
                        lines.get(1)));

        var reversal =
                ledger.reverse(access, 1, LocalDate.of(2006, 2, 1), "salah tanggal", "rev:1");

        assertThat(reversal.reverses()).isEqualTo(1);
        assertThat(reversal.reason()).isEqualTo("salah tanggal");
        // Written out: an expectation made by negating would drop what negating drops
        assertThat(stored(2).lines())
                .containsExactly(
                        new Line(
                                1,
                                new AccountCode("11220"),
                                new FundCode("UMUM"),
                                -110_000_000,
                                SLEMAN,
                                "TPA",
                                "2.1/A3",
                                "SLM-1",
                                "AS-1/34.04",
                                "2006",
                                new Original(
                                        Currency.getInstance("EUR"),
                                        -10_000,
                                        new BigDecimal("11000")),
                                "catatan"),
                        new Line(
                                2,
                                new AccountCode("43100"),
                                new FundCode("UMUM"),
                                110_000_000,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null));
        assertThat(stored(1).reversedBy()).isEqualTo(2);
    }

    @Test
    void anEntryIsReversedOnceAndItsReversalMayBeReversedOnce() {
        ledger.post(access, dues("a", 1));
        var reversal = ledger.reverse(access, 1, DAY, "salah", "r1");

        assertThat(ledger.reverse(access, 1, DAY, "salah", "r1")).isEqualTo(reversal);
        assertRefused(
                "ledger.already-reversed", () -> ledger.reverse(access, 1, DAY, "lagi", "r2"));
        assertThat(ledger.reverse(access, 2, DAY, "benar juga", "r3").reverses()).isEqualTo(2);
        assertRefused(
                "ledger.already-reversed", () -> ledger.reverse(access, 2, DAY, "lagi", "r4"));
        assertRefused("ledger.no-such-entry", () -> ledger.reverse(access, 9, DAY, "x", "r5"));
        assertRefused("ledger.reason-required", () -> ledger.reverse(access, 3, DAY, " ", "r6"));
        assertRefused("ledger.other-content", () -> ledger.reverse(access, 3, DAY, "other", "r3"));
    }

    @Test
    void whatAModulePostedIsUndoneWithItsPaperAndSoIsItsReversal() {
        ledger.post(access, ofKind("receipt"));

        assertRefused(
                "ledger.undone-with-paper", () -> ledger.reverse(access, 1, DAY, "salah", "r1"));
        assertThat(ledger.undo(access, 1, DAY, "salah", "r1").reverses()).isEqualTo(1);
        assertRefused(
                "ledger.undone-with-paper", () -> ledger.reverse(access, 2, DAY, "salah", "r2"));
        assertThat(heads.head(access.body()).orElseThrow().lastNo()).isEqualTo(2);
    }

    @Test
    void aReversalIsDatedInAnOpenMonthWhateverTheDateOfWhatItUndoes() {
        ledger.post(access, dues("a", 1));
        ledger.close(access, YearMonth.of(2006, 1));

        assertRefused("ledger.closed-period", () -> ledger.reverse(access, 1, DAY, "salah", "r"));
        var reversal = ledger.reverse(access, 1, LocalDate.of(2006, 2, 1), "salah", "r");
        assertThat(reversal.date()).isEqualTo("2006-02-01");
    }

    @Test
    void theReversalOfAClosingEntryIsAClosingEntry() {
        var closing =
                new NewEntry(
                        DAY,
                        NewEntry.CLOSING,
                        "Penutup",
                        "c",
                        null,
                        List.of(
                                NewPosting.debit("41100", "UMUM", 1),
                                NewPosting.credit("31000", "UMUM", 1)));
        ledger.post(access, closing);

        assertThat(ledger.reverse(access, 1, DAY, "dibuka lagi", "r").closing()).isTrue();
    }

    @Test
    void monthsCloseInOrderAndNothingIsPostedToThem() {
        assertRefused("ledger.not-next-month", () -> ledger.close(access, YearMonth.of(2006, 2)));
        assertRefused("ledger.not-next-month", () -> ledger.close(access, YearMonth.of(2005, 12)));
        ledger.close(access, YearMonth.of(2006, 1));

        assertRefused(
                "ledger.closed-period",
                () -> ledger.post(access, dues("a", 1, LocalDate.of(2006, 1, 31))));
        assertThat(ledger.post(access, dues("b", 1, LocalDate.of(2006, 2, 1))).no()).isEqualTo(1);
        assertThat(periods.closedThrough(access)).isEqualTo("2006-01-31");

        // The answer was lost and it is asked again
        ledger.close(access, YearMonth.of(2006, 1));
        assertThat(periods.events(access)).hasSize(1);
    }

    @Test
    void aTwinOfAnEntryInAClosedMonthIsStillReturned() {
        var posted = ledger.post(access, dues("a", 1));
        ledger.close(access, YearMonth.of(2006, 1));

        assertThat(ledger.post(access, dues("a", 1))).isEqualTo(posted);
    }

    @Test
    void onlyTheLastClosedMonthReopensWithAReason() {
        assertRefused("ledger.nothing-to-reopen", () -> ledger.reopen(access, "perlu"));
        ledger.close(access, YearMonth.of(2006, 1));
        ledger.close(access, YearMonth.of(2006, 2));

        assertRefused("ledger.reason-required", () -> ledger.reopen(access, " "));
        assertRefused(
                "ledger.not-last-month",
                () -> periods.reopen(access, YearMonth.of(2006, 1), "perlu"));
        ledger.reopen(access, "koreksi Februari");
        // Asked again after a lost answer, January stays closed
        periods.reopen(access, YearMonth.of(2006, 2), "koreksi Februari");

        assertThat(periods.closedThrough(access)).isEqualTo("2006-01-31");
        assertThat(periods.events(access))
                .extracting(Periods.Event::reason)
                .containsExactly(null, null, "koreksi Februari");
    }

    @Test
    void recordedAtNeverRunsBackwardsEvenIfTheClockDoes() {
        var first = ledger.post(access, dues("a", 1));
        var lateClock = Clock.fixed(first.recordedAt().minusSeconds(3_600), ZoneOffset.UTC);
        var writer = new EntryWriter(entries, heads, books, anchors, rules, lateClock);
        var asked = Asked.entry(Currency.getInstance("IDR"), dues("b", 1));

        var second = books.write(access.body(), () -> writer.append(List.of(asked), "siti", null));

        assertThat(second.getFirst().recordedAt()).isEqualTo(first.recordedAt());
    }

    @Test
    void aTransactionInWhichAPostingFailedCanOnlyEnd() {
        books.write(
                access.body(),
                () -> {
                    leaveAHeaderBeyondTheHead();
                    assertRefused(
                            "ledger.blocked-by-unsealed", () -> ledger.post(access, dues("a", 1)));
                    assertThatExceptionOfType(IllegalStateException.class)
                            .isThrownBy(() -> ledger.post(access, dues("b", 1)));
                    return Boolean.TRUE;
                });
    }

    private void leaveAHeaderBeyondTheHead() {
        var connection = DataSourceUtils.getConnection(dataSource);
        var raw = new RawJournal(connection, access.body());
        try {
            raw.header(1, raw.head(), 2);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    @Test
    void theChartOfANewBookIsTheDefaultInBothLanguages() {
        var accounts = books.accounts(access);

        assertThat(accounts).hasSize(66);
        assertThat(accounts)
                .allSatisfy(account -> {
                    assertThat(account.nameId()).isNotBlank();
                    assertThat(account.nameEn()).isNotBlank();
                });
        assertThat(books.funds(access))
                .extracting(fund -> fund.code().value())
                .containsExactly("CADANGAN", "TITIPAN", "UMUM");
    }

    @Test
    void aCodeIsNeverUsedForSomethingElse() {
        var code = new AccountCode("11200");
        assertRefused(
                "ledger.code-taken",
                () ->
                        books.addAccounts(
                                access,
                                List.of(
                                        new Account(
                                                code,
                                                "x",
                                                "x",
                                                AccountKind.EXPENSE,
                                                null,
                                                null,
                                                true,
                                                true))));
        assertRefused(
                "ledger.code-taken",
                () ->
                        books.addFunds(
                                access,
                                List.of(
                                        new Fund(
                                                new FundCode("UMUM"),
                                                "x",
                                                "x",
                                                Restriction.AGENCY,
                                                null,
                                                null,
                                                true))));
    }

    @Test
    void aFundAddedInATransactionThatFailsIsNotRemembered() {
        var fund =
                new Fund(
                        new FundCode("DONOR-GTZ"),
                        "Dana GTZ",
                        "GTZ fund",
                        Restriction.RESTRICTED,
                        null,
                        null,
                        true);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        books.write(
                                access.body(),
                                () -> {
                                    books.addFunds(access, List.of(fund));
                                    ledger.post(access, twoCash("a", "DONOR-GTZ"));
                                    throw new IllegalStateException("rolled back");
                                }));

        assertRefused("ledger.unknown-fund", () -> ledger.post(access, twoCash("a", "DONOR-GTZ")));
        books.addFunds(access, List.of(fund));
        assertThat(ledger.post(access, twoCash("a", "DONOR-GTZ")).no()).isEqualTo(1);
    }

    @Test
    void aChartThatWasRolledBackIsNotTakenForTheOneThatAnotherNodeCommittedUnderItsNumber() {
        var otherNode = new Books(heads, charts, anchors, transactions, audit, clock);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        books.write(
                                access.body(),
                                () -> {
                                    books.addFunds(access, List.of(fund("ROLLED-BACK")));
                                    ledger.post(access, twoCash("a", "ROLLED-BACK"));
                                    throw new IllegalStateException("rolled back");
                                }));
        otherNode.addFunds(access, List.of(fund("COMMITTED")));

        assertThat(ledger.post(access, twoCash("b", "COMMITTED")).no()).isEqualTo(1);
        assertRefused(
                "ledger.unknown-fund", () -> ledger.post(access, twoCash("c", "ROLLED-BACK")));
    }

    private static Fund fund(String code) {
        return new Fund(new FundCode(code), code, code, Restriction.RESTRICTED, null, null, true);
    }

    @Test
    void anEntryWhoseAnswerWasLostIsThereOnceAndItsHeadIsAnchored() {
        faults.next(Faults.Fault.COMMIT_ANSWER_LOST);
        var entry = ledger.post(access, dues("a", 5));

        assertThat(entry.no()).isEqualTo(1);
        assertThat(entry.sourceKey()).isEqualTo("a");
        assertThat(heads.head(access.body()).orElseThrow().lastNo()).isEqualTo(1);
        assertThat(anchored()).containsExactly("1 " + entry.hash() + " " + entry.recordedAt());

        ledger.post(access, dues("a", 5));
        assertThat(anchored()).as("asked again, it is anchored already").hasSize(1);
    }

    @Test
    void aHeadThatNobodyAnchoredIsAnchoredByWhateverIsDoneNext() {
        faults.next(
                Faults.Fault.COMMIT_ANSWER_LOST,
                Faults.Fault.COMMIT_NOT_SENT,
                Faults.Fault.COMMIT_NOT_SENT,
                Faults.Fault.COMMIT_NOT_SENT,
                Faults.Fault.COMMIT_NOT_SENT,
                Faults.Fault.COMMIT_NOT_SENT,
                Faults.Fault.COMMIT_NOT_SENT,
                Faults.Fault.COMMIT_NOT_SENT);
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> ledger.post(access, dues("a", 5)));
        assertThat(anchored()).isEmpty();

        books.addProject(access.body(), "TPA", "TPA Piyungan", "Piyungan landfill");

        assertThat(anchored())
                .singleElement()
                .asString()
                .startsWith("1 " + heads.head(access.body()).orElseThrow().hash().hex());
    }

    private List<String> anchored() {
        var lines = new ArrayList<String>();
        anchors.forEach(books.get(access.body()), lines::add);
        return lines;
    }

    @Test
    void documentNumbersHaveNoGapsWhateverIsRolledBack() {
        assertThat(books.nextDocumentNumber(access.body(), "AS", 2006)).isEqualTo(1);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        books.write(
                                access.body(),
                                () -> {
                                    books.nextDocumentNumber(access.body(), "AS", 2006);
                                    throw new IllegalStateException("rolled back");
                                }));
        assertThat(books.nextDocumentNumber(access.body(), "AS", 2006)).isEqualTo(2);
        assertThat(books.nextDocumentNumber(access.body(), "AS", 2007)).isEqualTo(1);
        assertThat(books.nextDocumentNumber(access.body(), "RC", 2006)).isEqualTo(1);
    }

    @Test
    void whereApprovalIsRequiredEntriesByHandNeedADraft() {
        var strict = TestBooks.open(books, true);
        assertRefused("ledger.approval-required", () -> ledger.post(strict, dues("a", 1)));
    }

    @Test
    void noKindOfEntryThatPeopleMakeEscapesTheApproval() {
        var strict = TestBooks.open(books, true);
        for (var kind : List.of(NewEntry.MANUAL, NewEntry.OPENING, NewEntry.CLOSING)) {
            assertRefused("ledger.approval-required", () -> ledger.post(strict, ofKind(kind)));
            assertThat(drafts.create(strict, ofKind(kind)).state()).isEqualTo(Draft.State.OPEN);
        }
        for (var kind : List.of("receipt", "assessment", "import", NewEntry.REVERSAL)) {
            assertRefused("ledger.reserved-kind", () -> drafts.create(strict, ofKind(kind)));
        }
    }

    private static NewEntry ofKind(String kind) {
        return new NewEntry(DAY, kind, "x", "kind:" + kind, null, dues("a", 1).postings());
    }

    @Test
    void keysOfDraftsAndTheKindOfReversalsAreReserved() {
        assertRefused("ledger.bad-source-key", () -> ledger.post(access, dues("draft:1", 1)));
        var fake = new NewEntry(DAY, NewEntry.REVERSAL, "x", "a", null, dues("a", 1).postings());
        assertRefused("ledger.reserved-kind", () -> ledger.post(access, fake));
    }

    @Test
    void onlyWhoMayPrepareMayPost() {
        for (var role : List.of(Role.APPROVER, Role.TREASURER, Role.AUDITOR, Role.DONOR_VIEWER)) {
            var other = TestBooks.as("tono", role, access.body());
            assertThatExceptionOfType(AccessException.class)
                    .isThrownBy(() -> ledger.post(other, dues("a", 1)));
            assertThatExceptionOfType(AccessException.class)
                    .isThrownBy(() -> ledger.reverse(other, 1, DAY, "x", "r"));
        }
        var treasurer = TestBooks.as("tono", Role.TREASURER, access.body());
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> ledger.close(treasurer, YearMonth.of(2006, 1)));
    }

    private Entry stored(long no) {
        return entries.entries(access.body(), List.of(no), Journal.HEAD).getFirst();
    }

    private void assertRefusedLine(String code, NewPosting line) {
        assertRefused(
                code,
                () ->
                        ledger.post(
                                access,
                                entry(
                                        "bad",
                                        DAY,
                                        line,
                                        NewPosting.credit(
                                                "11200", line.fund().value(), line.amount()))));
    }

    static void assertRefused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(work)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static NewEntry foreign(String key) {
        return entry(
                key,
                DAY,
                NewPosting.debit("11220", "UMUM", 110_000_000)
                        .original(
                                new Original(
                                        Currency.getInstance("EUR"),
                                        10_000,
                                        new BigDecimal("11000.00"))),
                NewPosting.credit("43100", "UMUM", 110_000_000));
    }

    private static NewEntry twoCash(String key, String fund) {
        return entry(
                key, DAY, NewPosting.debit("11200", fund, 5), NewPosting.credit("46100", fund, 5));
    }
}
