package id.patungan.budget.pages;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.AmountReader;
import id.patungan.basics.DecimalReader;
import id.patungan.budget.BudgetException;
import id.patungan.budget.BudgetField;
import id.patungan.budget.BudgetFile;
import id.patungan.budget.BudgetLine;
import id.patungan.budget.Spread;
import id.patungan.budget.Staff;
import id.patungan.platform.FormErrors;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form of a line as it was sent; its fields are called like the columns of a file. */
final class LineForm {

    private final Map<String, String> texts;
    private final Currency currency;
    private final Locale locale;
    private final FormErrors errors = new FormErrors();

    LineForm(Map<String, String> texts, Currency currency, Locale locale) {
        this.texts = new HashMap<>(texts);
        this.currency = currency;
        this.locale = locale;
    }

    /** An empty one, with what is usual. */
    static LineForm empty(Currency currency, Locale locale) {
        return new LineForm(Map.of("how", How.YEAR.code()), currency, locale);
    }

    /** How the months of a line come about. */
    enum How {
        /** From an amount for the year. */
        YEAR,
        /** From posts and salaries. */
        STAFF,
        /** They are typed. */
        MONTHS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was typed; empty if nothing was. */
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    FormErrors errors() {
        return errors;
    }

    /** A line that is there. */
    static LineForm of(BudgetLine line, Currency currency, Locale locale) {
        var texts = new HashMap<String, String>();
        texts.put("fund", line.fund());
        texts.put("account", line.account());
        texts.put("project", line.project() == null ? "" : line.project());
        texts.put("text", line.text());
        var form = new LineForm(texts, currency, locale);
        var staff = line.staff();
        var spread = line.spread();
        if (staff != null) {
            form.set("how", How.STAFF.code())
                    .set("posts", Integer.toString(staff.posts()))
                    .set("salary", form.shown(staff.salary()))
                    .set("first_month", Integer.toString(staff.firstMonth()))
                    .set("service_months", Integer.toString(staff.serviceMonths()));
            if (staff.thrMonth() != null) {
                form.set("thr_month", staff.thrMonth().toString())
                        .set("thr_pays", form.number(staff.thrPays()));
            }
        } else if (spread != null) {
            form.set("how", How.YEAR.code()).set("year_amount", form.shown(spread.amount()));
            if (spread.in().size() < BudgetLine.MONTHS) {
                form.set(
                        "in_months",
                        spread.in().stream().map(String::valueOf).collect(Collectors.joining(" ")));
            }
        } else {
            form.set("how", How.MONTHS.code());
            for (var at = 0; at < BudgetLine.MONTHS; at++) {
                if (line.months().get(at) > 0) {
                    form.set(BudgetFile.MONTHS.get(at), form.shown(line.months().get(at)));
                }
            }
        }
        return form;
    }

    private LineForm set(String field, String text) {
        texts.put(field, text);
        return this;
    }

    private String shown(long minorUnits) {
        var amount = BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
        return number(amount.stripTrailingZeros());
    }

    private String number(BigDecimal number) {
        return AmountFormat.number(number.scale() < 0 ? number.setScale(0) : number, locale);
    }

    /** The line; empty if something could not be read. */
    Optional<BudgetLine> line() {
        var fund = required(BudgetField.FUND);
        var account = required(BudgetField.ACCOUNT);
        var text = required(BudgetField.TEXT);
        var project = text("project").isBlank() ? null : text("project").strip();
        var how = text("how");
        var staff = how.equals(How.STAFF.code()) ? staff() : null;
        var typed = how.equals(How.MONTHS.code()) ? typed() : null;
        var spread = staff == null && typed == null ? spread() : null;
        if (errors.any()) return Optional.empty();
        try {
            var months =
                    staff != null
                            ? staff.months()
                            : spread != null
                                    ? spread.months(unit())
                                    : Objects.requireNonNull(typed);
            return Optional.of(new BudgetLine(account, fund, project, text, staff, spread, months));
        } catch (BudgetException refusal) {
            errors.add(BudgetFile.column(refusal), refusal);
            return Optional.empty();
        }
    }

    private long unit() {
        return BigDecimal.TEN.pow(currency.getDefaultFractionDigits()).longValueExact();
    }

    private List<Long> typed() {
        return BudgetFile.MONTHS.stream().map(this::month).toList();
    }

    private Staff staff() {
        var thr = text("thr_month").isBlank() ? null : number(BudgetField.THR_MONTH, "");
        var first = number(BudgetField.FIRST_MONTH, "1");
        var rest = Integer.toString(BudgetLine.MONTHS + 1 - first);
        return new Staff(
                number(BudgetField.POSTS, ""),
                amount(BudgetField.SALARY),
                first,
                number(BudgetField.SERVICE_MONTHS, rest),
                thr,
                pays(thr != null));
    }

    private Spread spread() {
        var amount = amount(BudgetField.YEAR_AMOUNT);
        var in = text("in_months");
        if (in.isBlank()) return Spread.wholeYear(amount);
        return new Spread(
                amount,
                errors.read("in_months", () -> BudgetFile.namedMonths(in)).orElse(List.of()));
    }

    private BigDecimal pays(boolean usual) {
        var typed = text("thr_pays").strip();
        if (typed.isEmpty()) return usual ? BigDecimal.ONE : BigDecimal.ZERO;
        return errors.read(
                        "thr_pays",
                        () -> {
                            var readings = DecimalReader.readings(typed);
                            if (readings.size() != 1) throw BudgetException.notAnAmount(typed);
                            return readings.getFirst();
                        })
                .orElse(BigDecimal.ZERO);
    }

    private String required(BudgetField field) {
        return errors.read(
                        field.code(),
                        () -> {
                            var typed = text(field.code()).strip();
                            if (typed.isEmpty()) throw BudgetException.missing(field);
                            return typed;
                        })
                .orElse("");
    }

    private int number(BudgetField field, String usual) {
        return errors.read(
                        field.code(),
                        () -> {
                            var typed = text(field.code()).strip();
                            if (typed.isEmpty() && !usual.isEmpty()) {
                                return Integer.parseInt(usual);
                            }
                            if (typed.isEmpty()) throw BudgetException.missing(field);
                            if (!typed.matches("[0-9]{1,6}")) {
                                throw BudgetException.number(field, typed, 0, 999_999);
                            }
                            return Integer.parseInt(typed);
                        })
                .orElse(1);
    }

    private long amount(BudgetField field) {
        return errors.read(
                        field.code(),
                        () -> {
                            if (text(field.code()).isBlank()) throw BudgetException.missing(field);
                            return amount(text(field.code()));
                        })
                .orElse(0L);
    }

    private long month(String column) {
        return text(column).isBlank()
                ? 0
                : errors.read(column, () -> amount(text(column))).orElse(0L);
    }

    private long amount(String typed) {
        return switch (AmountReader.read(typed.strip(), currency, locale)) {
            case AmountReader.Read(var amount) -> amount.minorUnits();
            case AmountReader.Ambiguous _, AmountReader.Unreadable _ ->
                    throw BudgetException.notAnAmount(typed);
        };
    }
}
