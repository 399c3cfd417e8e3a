package id.patungan.contributions.pages;

import static id.patungan.contributions.pages.Wire.required;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.basics.Input;
import id.patungan.contributions.letters.ClaimNotes;
import id.patungan.contributions.letters.LetterRun;
import id.patungan.contributions.letters.LetterRuns;
import id.patungan.contributions.letters.Letters;
import id.patungan.contributions.letters.NewLetter;
import id.patungan.contributions.letters.PaymentAccount;
import id.patungan.contributions.letters.PaymentAccounts;
import id.patungan.contributions.letters.ReceiptPapers;
import id.patungan.contributions.letters.StandingNotes;
import id.patungan.documents.IssuedPaper;
import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;

/** Letters and receipts on paper for programs; their files stand in the register of papers. */
@RestController
@RequestMapping("/api/v1/bodies/{body}")
class LetterApi {

    private static final String KEY = "Idempotency-Key";

    private final LetterRuns runs;
    private final Letters letters;
    private final ReceiptPapers receiptPapers;
    private final ClaimNotes claimNotes;
    private final StandingNotes standingNotes;
    private final PaymentAccounts accounts;

    LetterApi(
            LetterRuns runs,
            Letters letters,
            ReceiptPapers receiptPapers,
            ClaimNotes claimNotes,
            StandingNotes standingNotes,
            PaymentAccounts accounts) {
        this.runs = runs;
        this.letters = letters;
        this.receiptPapers = receiptPapers;
        this.claimNotes = claimNotes;
        this.standingNotes = standingNotes;
        this.accounts = accounts;
    }

    /**
     * How a paper is made out; Indonesian if no language is named.
     *
     * @param mail of letters: whether each is sent by e-mail where an address is known
     */
    record Wish(
            @Nullable LocalDate date,
            @Nullable String language,
            @Nullable List<String> copies,
            @Nullable Boolean mail) {

        NewLetter read() {
            return new NewLetter(
                    required("date", date),
                    NewLetter.language(language == null ? "id" : language),
                    copies == null ? List.of() : copies);
        }
    }

    /** Why a paper is withdrawn. */
    record Withdrawal(@Nullable String reason) {}

    /** What is printed for a bank account of the ledger. */
    record Account(
            @Nullable String fund,
            @Nullable String bank,
            @Nullable String number,
            @Nullable String holder) {}

    /** Asks for all letters that an assessment still misses; they are issued in the background. */
    @PostMapping("/assessments/{code}/letters")
    LetterRun start(
            Access access,
            @PathVariable String code,
            @RequestHeader(KEY) String key,
            @RequestBody Wish wish) {
        access.require(Action.PREPARE);
        return runs.start(access, code, wish.read(), Boolean.TRUE.equals(wish.mail()), key);
    }

    @GetMapping("/letter-runs")
    List<LetterRun> list(Access access) {
        return runs.list(access, null);
    }

    @GetMapping("/letter-runs/{number}")
    LetterRun get(Access access, @PathVariable int number) {
        return runs.get(access, number);
    }

    @PostMapping("/receipts/{code}/paper")
    IssuedPaper receipt(
            Access access,
            @PathVariable String code,
            @RequestHeader(KEY) String key,
            @RequestBody Wish wish) {
        access.require(Action.PREPARE);
        return receiptPapers.issue(access, code, wish.read(), key);
    }

    /** The paper of a credit note, a write-off or a recovery. */
    @PostMapping("/claims/{code}/paper")
    IssuedPaper claim(
            Access access,
            @PathVariable String code,
            @RequestHeader(KEY) String key,
            @RequestBody Wish wish) {
        access.require(Action.PREPARE);
        return claimNotes.issue(access, code, wish.read(), key);
    }

    /** The letter about a decided step in the standing of a member. */
    @PostMapping("/standing/{party}/steps/{number:[0-9]{1,9}}/paper")
    IssuedPaper step(
            Access access,
            @PathVariable String party,
            @PathVariable int number,
            @RequestHeader(KEY) String key,
            @RequestBody Wish wish) {
        access.require(Action.PREPARE);
        return standingNotes.issue(access, party, number, wish.read(), key);
    }

    @PostMapping("/papers/{code}/withdrawal")
    IssuedPaper withdraw(
            Access access,
            @PathVariable String code,
            @RequestHeader(KEY) String key,
            @RequestBody Withdrawal wish) {
        access.require(Action.PREPARE);
        return letters.withdraw(access, code, required("reason", wish.reason()), key);
    }

    @GetMapping("/payment-accounts")
    List<PaymentAccount> accounts(Access access) {
        return accounts.all(access);
    }

    @PutMapping("/payment-accounts/{account}")
    PaymentAccount put(Access access, @PathVariable String account, @RequestBody Account wish) {
        access.require(Action.PREPARE);
        var fund = wish.fund();
        return accounts.put(
                access,
                new PaymentAccount(
                        Input.read("account", () -> new AccountCode(account)),
                        fund == null ? null : Input.read("fund", () -> new FundCode(fund)),
                        required("bank", wish.bank()),
                        required("number", wish.number()),
                        required("holder", wish.holder())));
    }
}
