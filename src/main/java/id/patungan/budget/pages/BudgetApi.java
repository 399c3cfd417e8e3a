package id.patungan.budget.pages;

import id.patungan.basics.AmountReader;
import id.patungan.basics.AmountReader.Grammar;
import id.patungan.basics.InputException;
import id.patungan.budget.BudgetException;
import id.patungan.budget.BudgetField;
import id.patungan.budget.BudgetFile;
import id.patungan.budget.BudgetLine;
import id.patungan.budget.BudgetPlan;
import id.patungan.budget.BudgetStep;
import id.patungan.budget.Budgets;
import id.patungan.budget.Spread;
import id.patungan.budget.Staff;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** Budgets for programs; amounts are decimals in main units. A wish sent again changes nothing. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/budgets")
class BudgetApi {

    private static final String ONE = "/{fiscalYear:[0-9]{4}}/{alternative:[A-Za-z0-9-]{1,16}}";

    private final Budgets budgets;
    private final BudgetFile file;

    BudgetApi(Budgets budgets, BudgetFile file) {
        this.budgets = budgets;
        this.file = file;
    }

    /** Every budget within reach, the newest year first. */
    @GetMapping
    List<BudgetJson> list(Access access) {
        return budgets.budgets(access).stream().map(BudgetJson::of).toList();
    }

    @GetMapping(ONE)
    BudgetJson one(Access access, @PathVariable int fiscalYear, @PathVariable String alternative) {
        return BudgetJson.of(budgets.get(access, fiscalYear, Budgets.alternative(alternative)));
    }

    /** Saves the draft, whole. */
    @PostMapping(ONE)
    BudgetJson draft(
            Access access,
            BodyEntry body,
            @PathVariable int fiscalYear,
            @PathVariable String alternative,
            @RequestBody BudgetWish wish) {
        access.require(Action.PREPARE);
        var code = Budgets.alternative(alternative);
        budgets.draft(
                access,
                fiscalYear,
                code,
                step(wish.step()),
                wish.plan(code, body.currency()),
                wish.seen());
        return one(access, fiscalYear, code);
    }

    /** Rows of a CSV file, all or none. */
    @PostMapping(ONE + "/csv")
    BudgetFile.Outcome csv(
            Access access,
            @PathVariable int fiscalYear,
            @PathVariable String alternative,
            @RequestBody BudgetCsv wish)
            throws IOException {
        access.require(Action.PREPARE);
        var bytes = required("csv", wish.csv()).getBytes(StandardCharsets.UTF_8);
        return file.read(
                access,
                new BudgetFile.Target(
                        fiscalYear,
                        Budgets.alternative(alternative),
                        step(wish.step()),
                        wish.nameId(),
                        wish.nameEn()),
                "csv",
                new ByteArrayInputStream(bytes),
                "id".equals(wish.numbers()) ? Grammar.INDONESIAN : Grammar.PLAIN,
                Boolean.TRUE.equals(wish.check()));
    }

    @PostMapping(ONE + "/decision")
    BudgetJson adopt(
            Access access,
            @PathVariable int fiscalYear,
            @PathVariable String alternative,
            @RequestBody AdoptionWish wish) {
        access.require(Action.APPROVE);
        var code = Budgets.alternative(alternative);
        budgets.adopt(
                access, fiscalYear, code, required("version", wish.version()), wish.decision());
        return one(access, fiscalYear, code);
    }

    private static BudgetStep step(@Nullable String code) {
        if (code == null) return BudgetStep.ORIGINAL;
        return BudgetStep.of(code)
                .orElseThrow(() -> new InputException("step", "must be original or revision"));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) throw new InputException(field, "is missing");
        return value;
    }

    private static <T> List<T> all(String field, @Nullable List<T> list) {
        if (list == null) return List.of();
        if (list.stream().anyMatch(Objects::isNull)) throw new InputException(field, "has gaps");
        return list;
    }

    private static long amount(String field, @Nullable String text, Currency currency) {
        return AmountReader.require(field, required(field, text), currency, Grammar.PLAIN)
                .minorUnits();
    }

    private static BigDecimal decimal(String field, String text) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,9})?")) {
            throw new InputException(field, "is not a number like 0.5");
        }
        return new BigDecimal(text);
    }

    /**
     * A draft to be saved.
     *
     * @param step {@code original}, the default, or {@code revision}
     * @param seen the version that it was made from, 0 for none; null replaces any
     */
    record BudgetWish(
            @Nullable String step,
            @Nullable Integer seen,
            @Nullable String nameId,
            @Nullable String nameEn,
            @Nullable List<PlanLine> lines) {

        BudgetPlan plan(String alternative, Currency currency) {
            return new BudgetPlan(
                    nameId == null ? alternative : nameId,
                    nameEn == null ? alternative : nameEn,
                    all("lines", lines).stream().map(line -> line.line(currency)).toList());
        }
    }

    /** A line; its months may be left out where it has a working. */
    record PlanLine(
            @Nullable String fund,
            @Nullable String account,
            @Nullable String project,
            @Nullable String text,
            @Nullable StaffWish staff,
            @Nullable SpreadWish spread,
            @Nullable List<String> months) {

        BudgetLine line(Currency currency) {
            var unit = BigDecimal.TEN.pow(currency.getDefaultFractionDigits()).longValueExact();
            var posts = staff == null ? null : staff.staff(currency);
            var year = spread == null ? null : spread.spread(currency);
            var typed =
                    all("months", months).stream()
                            .map(one -> amount("months", one, currency))
                            .toList();
            if (typed.isEmpty() && posts == null && year == null) {
                throw BudgetException.missing(BudgetField.MONTHS);
            }
            return new BudgetLine(
                    required("account", account),
                    required("fund", fund),
                    project,
                    required("text", text),
                    posts,
                    year,
                    !typed.isEmpty()
                            ? typed
                            : posts != null
                                    ? posts.months()
                                    : year != null ? year.months(unit) : typed);
        }
    }

    /** The working of a line for staff; months of service are the rest of the year by default. */
    record StaffWish(
            @Nullable Integer posts,
            @Nullable String salary,
            @Nullable Integer firstMonth,
            @Nullable Integer serviceMonths,
            @Nullable Integer thrMonth,
            @Nullable String thrPays) {

        Staff staff(Currency currency) {
            var first = firstMonth == null ? 1 : firstMonth;
            var usual = thrMonth == null ? "0" : "1";
            return new Staff(
                    required("posts", posts),
                    amount("salary", salary, currency),
                    first,
                    serviceMonths == null ? BudgetLine.MONTHS + 1 - first : serviceMonths,
                    thrMonth,
                    decimal("thrPays", thrPays == null ? usual : thrPays));
        }
    }

    /** The working of an amount for the year; over all months by default. */
    record SpreadWish(@Nullable String amount, @Nullable List<Integer> in) {

        Spread spread(Currency currency) {
            var year = BudgetApi.amount("amount", amount, currency);
            var named = all("in", in);
            return named.isEmpty() ? Spread.wholeYear(year) : new Spread(year, named);
        }
    }

    /**
     * A file as text.
     *
     * @param numbers {@code plain}, the default, or {@code id}
     * @param check only says what would be stored
     */
    record BudgetCsv(
            @Nullable String csv,
            @Nullable String step,
            @Nullable String numbers,
            @Nullable String nameId,
            @Nullable String nameEn,
            @Nullable Boolean check) {}

    /**
     * The newest version is adopted.
     *
     * @param decision its number and date
     */
    record AdoptionWish(@Nullable Integer version, @Nullable String decision) {}
}
