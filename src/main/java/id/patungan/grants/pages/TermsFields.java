package id.patungan.grants.pages;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.DateReader;
import id.patungan.basics.Input;
import id.patungan.basics.InputException;
import id.patungan.grants.AwardException;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.AwardTerms.Activity;
import id.patungan.grants.AwardTerms.BudgetLine;
import id.patungan.grants.AwardTerms.Calculation;
import id.patungan.grants.AwardTerms.Condition;
import id.patungan.grants.AwardTerms.ExchangeBearer;
import id.patungan.grants.AwardTerms.ExchangeMethod;
import id.patungan.grants.AwardTerms.Interest;
import id.patungan.grants.AwardTerms.Kind;
import id.patungan.grants.AwardTerms.Promise;
import id.patungan.grants.AwardTerms.Purpose;
import id.patungan.grants.AwardTerms.ReportDue;
import id.patungan.grants.AwardTerms.Tranche;
import id.patungan.grants.AwardTerms.Unspent;
import id.patungan.platform.FormErrors;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The terms of an award as texts: single fields, and tables of one row per line with columns
 * between tabs or semicolons, as they come out of a spreadsheet.
 */
final class TermsFields {

    /** The tables and their columns; the last ones may be left out. */
    static final Map<String, String> TABLES =
            Map.of(
                    "purposes", "kode; nama; name; dana; sampai; sekali",
                    "lines",
                            "kode; tujuan; nama; name; jumlah; akun; kegiatan; tidak langsung; ditutup;"
                                    + " banyaknya; satuan; biaya satuan",
                    "activities", "kode; keluaran; nama; name",
                    "tranches", "kode; jumlah; tanggal; syarat; isi",
                    "reports", "kode; nama; dari; sampai; jatuh tempo",
                    "promises", "kode; nama; name; jatuh tempo; jumlah");

    private static final String DONE = "yes";

    private final AwardFields fields;
    private final FormErrors errors;

    TermsFields(AwardFields fields) {
        this.fields = fields;
        this.errors = fields.errors();
    }

    /** The terms; empty if something of them could not be read. */
    Optional<AwardTerms> terms() {
        var currency =
                errors.read(
                        "currency",
                        () -> {
                            try {
                                return Currency.getInstance(fields.text("currency").strip());
                            } catch (IllegalArgumentException unknown) {
                                throw AwardException.notAWord("currency", fields.text("currency"));
                            }
                        });
        var giver = fields.required("giver");
        var kind = word("kind", Kind.values(), Kind::code);
        var interest = word("interest", Interest.values(), Interest::code);
        var unspent = word("unspent", Unspent.values(), Unspent::code);
        var exchange = word("exchange", ExchangeMethod.values(), ExchangeMethod::code);
        var bearer = word("exchangeBearer", ExchangeBearer.values(), ExchangeBearer::code);
        var agreed = fields.day("agreementDate");
        var from = fields.day("from");
        var to = fields.day("to");
        var paidUntil = fields.day("paidUntil");
        var returnBy = fields.optionalDay("returnBy");
        var cap = cap();
        if (currency.isEmpty()) return Optional.empty();
        var money = currency.get();
        var amount = errors.read("amount", () -> fields.amount(fields.required("amount"), money));
        var purposes = table("purposes", 4, TermsFields::purpose);
        var lines = table("lines", 5, row -> line(row, money));
        var activities =
                table(
                        "activities",
                        4,
                        row -> new Activity(row.get(0), row.get(1), row.get(2), row.get(3)));
        var tranches = table("tranches", 3, row -> tranche(row, money));
        var reports =
                table(
                        "reports",
                        5,
                        row ->
                                new ReportDue(
                                        row.get(0),
                                        row.get(1),
                                        AwardFields.read(row.get(2)),
                                        AwardFields.read(row.get(3)),
                                        AwardFields.read(row.get(4))));
        var promises =
                table(
                        "promises",
                        5,
                        row ->
                                new Promise(
                                        row.get(0),
                                        row.get(1),
                                        row.get(2),
                                        AwardFields.read(row.get(3)),
                                        fields.amount(row.get(4), money)));
        if (errors.any()) return Optional.empty();
        return errors.read(
                "terms",
                () ->
                        new AwardTerms(
                                giver,
                                kind.orElseThrow(),
                                fields.text("agreementNo"),
                                agreed,
                                fields.text("signatories"),
                                fields.text("titleId"),
                                fields.text("titleEn"),
                                money,
                                amount.orElseThrow(),
                                fields.text("conditional").equals(DONE),
                                from,
                                to,
                                paidUntil,
                                fields.required("bankAccount"),
                                interest.orElseThrow(),
                                unspent.orElseThrow(),
                                returnBy,
                                exchange.orElseThrow(),
                                bearer.orElseThrow(),
                                cap,
                                fields.optional("sample"),
                                purposes,
                                lines,
                                activities,
                                tranches,
                                reports,
                                promises));
    }

    private <E> Optional<E> word(String field, E[] words, Function<E, String> code) {
        return errors.read(
                field,
                () ->
                        Arrays.stream(words)
                                .filter(one -> code.apply(one).equals(fields.text(field)))
                                .findFirst()
                                .orElseThrow(() ->
                                        fields.text(field).isBlank()
                                                ? AwardException.missing(field)
                                                : AwardException.notAWord(
                                                        field, fields.text(field))));
    }

    private @Nullable BigDecimal cap() {
        var text = fields.optional("indirectCap");
        if (text == null) return null;
        return errors.read(
                        "indirectCap",
                        () -> {
                            var plain = text.replace(',', '.');
                            if (!plain.matches("[0-9]{1,3}(\\.[0-9]{1,6})?")) {
                                throw AwardException.notAWord("indirectCap", text);
                            }
                            return new BigDecimal(plain);
                        })
                .orElse(null);
    }

    private static Purpose purpose(List<String> row) {
        return new Purpose(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                dayOrNull(cell(row, 4)),
                !cell(row, 5).isEmpty());
    }

    private BudgetLine line(List<String> row, Currency money) {
        return new BudgetLine(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                fields.amount(row.get(4), money),
                words(cell(row, 5)),
                words(cell(row, 6)),
                !cell(row, 7).isEmpty(),
                dayOrNull(cell(row, 8)),
                calculation(row, money));
    }

    private @Nullable Calculation calculation(List<String> row, Currency money) {
        var given = Stream.of(9, 10, 11).filter(at -> !cell(row, at).isEmpty()).count();
        if (given == 0) return null;
        if (given < 3) throw AwardException.calculationParts(row.get(0));
        return new Calculation(
                fields.quantity(cell(row, 9)), cell(row, 10), fields.amount(cell(row, 11), money));
    }

    private Tranche tranche(List<String> row, Currency money) {
        var condition = cell(row, 3).isEmpty() ? Condition.NONE.code() : cell(row, 3);
        return new Tranche(
                row.get(0),
                fields.amount(row.get(1), money),
                AwardFields.read(row.get(2)),
                Arrays.stream(Condition.values())
                        .filter(one -> one.code().equals(condition))
                        .findFirst()
                        .orElseThrow(() -> AwardException.notAWord("tranches", condition)),
                cell(row, 4).isEmpty() ? null : cell(row, 4));
    }

    private static String cell(List<String> row, int at) {
        return at < row.size() ? row.get(at) : "";
    }

    private static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.strip().split("[\\s,]+"));
    }

    private static @Nullable LocalDate dayOrNull(String cell) {
        return cell.isBlank() ? null : AwardFields.read(cell);
    }

    /** The rows of a table; each that cannot be read is noted with its line. */
    private <T> List<T> table(String field, int least, Function<List<String>, T> reader) {
        var rows = new ArrayList<T>();
        var line = 0;
        for (var text : fields.text(field).lines().toList()) {
            line++;
            if (text.isBlank()) continue;
            var cells = Arrays.stream(text.split("[\t;]", -1)).map(String::strip).toList();
            var at = line;
            errors.read(
                            field,
                            () -> {
                                if (cells.size() < least) {
                                    throw AwardException.columns(
                                            field,
                                            at,
                                            cells.size(),
                                            String.valueOf(TABLES.get(field)));
                                }
                                return read(field, at, cells, reader);
                            })
                    .ifPresent(rows::add);
        }
        return rows;
    }

    private static <T> T read(
            String field, int line, List<String> cells, Function<List<String>, T> reader) {
        try {
            return Input.read(field, () -> reader.apply(cells));
        } catch (AwardException | InputException refusal) {
            throw AwardException.inLine(field, line, refusal);
        }
    }

    /** Writes terms back as they are typed. */
    static void fill(AwardFields fields, AwardTerms terms, Locale locale) {
        fields.set("giver", terms.giver())
                .set("kind", terms.kind().code())
                .set("agreementNo", terms.agreementNo())
                .set("agreementDate", DateReader.typed(terms.agreementDate()))
                .set("signatories", terms.signatories())
                .set("titleId", terms.titleId())
                .set("titleEn", terms.titleEn())
                .set("currency", terms.currency().getCurrencyCode())
                .set("amount", amount(terms, terms.amount(), locale))
                .set("conditional", terms.conditional() ? DONE : "")
                .set("from", DateReader.typed(terms.from()))
                .set("to", DateReader.typed(terms.to()))
                .set("paidUntil", DateReader.typed(terms.paidUntil()))
                .set("bankAccount", terms.bankAccount())
                .set("interest", terms.interest().code())
                .set("unspent", terms.unspent().code())
                .set("returnBy", typed(terms.returnBy()))
                .set("exchange", terms.exchange().code())
                .set("exchangeBearer", terms.exchangeBearer().code())
                .set(
                        "indirectCap",
                        terms.indirectCap() == null ? "" : terms.indirectCap().toPlainString())
                .set("sample", terms.sample())
                .set(
                        "purposes",
                        rows(
                                terms.purposes(),
                                one ->
                                        List.of(
                                                one.code(),
                                                one.nameId(),
                                                one.nameEn(),
                                                one.fund(),
                                                typed(one.to()),
                                                one.once() ? DONE : "")))
                .set(
                        "lines",
                        rows(
                                terms.lines(),
                                one ->
                                        List.of(
                                                one.code(),
                                                one.purpose(),
                                                one.nameId(),
                                                one.nameEn(),
                                                amount(terms, one.amount(), locale),
                                                String.join(" ", one.accounts()),
                                                String.join(" ", one.activities()),
                                                one.indirect() ? DONE : "",
                                                typed(one.closedFrom()),
                                                calculated(one, Calculation::quantity, locale),
                                                calculated(one, Calculation::unit, locale),
                                                calculated(
                                                        one,
                                                        how ->
                                                                terms.money(how.unitCost())
                                                                        .toDecimal(),
                                                        locale))))
                .set(
                        "activities",
                        rows(
                                terms.activities(),
                                one ->
                                        List.of(
                                                one.code(),
                                                one.output(),
                                                one.nameId(),
                                                one.nameEn())))
                .set(
                        "tranches",
                        rows(
                                terms.tranches(),
                                one ->
                                        List.of(
                                                one.code(),
                                                amount(terms, one.amount(), locale),
                                                DateReader.typed(one.expectedOn()),
                                                one.condition().code(),
                                                one.says() == null ? "" : one.says())))
                .set(
                        "reports",
                        rows(
                                terms.reports(),
                                one ->
                                        List.of(
                                                one.code(),
                                                one.name(),
                                                DateReader.typed(one.from()),
                                                DateReader.typed(one.to()),
                                                DateReader.typed(one.dueOn()))))
                .set(
                        "promises",
                        rows(
                                terms.promises(),
                                one ->
                                        List.of(
                                                one.code(),
                                                one.nameId(),
                                                one.nameEn(),
                                                DateReader.typed(one.dueOn()),
                                                amount(terms, one.amount(), locale))));
    }

    /** A part of how a line was worked out, as it is typed; empty where it was not. */
    private static String calculated(
            BudgetLine line, Function<Calculation, Object> part, Locale locale) {
        var how = line.calculation();
        return how == null ? "" : AmountFormat.argument(part.apply(how), locale).toString();
    }

    private static String typed(@Nullable LocalDate day) {
        return day == null ? "" : DateReader.typed(day);
    }

    private static String amount(AwardTerms terms, long amount, Locale locale) {
        return AmountFormat.amount(amount, terms.currency(), locale);
    }

    private static <T> String rows(List<T> rows, Function<T, List<String>> cells) {
        var text = new StringBuilder();
        for (var row : rows) text.append(String.join("; ", cells.apply(row))).append('\n');
        return text.toString();
    }
}
