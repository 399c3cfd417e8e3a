package id.patungan.contributions.paying;

import id.patungan.basics.FundCode;
import id.patungan.basics.Input;
import id.patungan.basics.InputException;
import id.patungan.basics.Money;
import id.patungan.contributions.Basis;
import id.patungan.contributions.SourceSum;
import id.patungan.contributions.UnitAccount;
import id.patungan.contributions.UnitAccounts;
import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Payment lines, paying units and what each has open, for programs; amounts are decimals. */
@RestController
@RequestMapping("/api/v1/bodies/{body}")
class LinesApi {

    private final PaymentLines lines;
    private final UnitAccounts units;

    LinesApi(PaymentLines lines, UnitAccounts units) {
        this.lines = lines;
        this.units = units;
    }

    /** The versions within reach, by party, the newest first. */
    @GetMapping("/payment-lines")
    List<LinesItem> list(Access access, @RequestParam(required = false) @Nullable String party) {
        return lines.versions(access, party).stream().map(LinesItem::of).toList();
    }

    @PostMapping("/payment-lines")
    LinesItem add(
            Access access,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody LinesWish request) {
        access.require(Action.PREPARE);
        return LinesItem.of(lines.add(access, request.toWish(), key));
    }

    /** The paying units within reach. */
    @GetMapping("/paying-units")
    List<PayingUnit> units(Access access, @RequestParam(required = false) @Nullable String party) {
        return lines.units(access, party);
    }

    @PostMapping("/paying-units")
    PayingUnit addUnit(Access access, @RequestBody UnitWish request) {
        access.require(Action.PREPARE);
        return lines.addUnit(
                access,
                required("party", request.party()),
                required("code", request.code()),
                required("name", request.name()));
    }

    /** What every unit within reach was charged, has paid and owes, by charge and by source. */
    @GetMapping("/unit-accounts")
    Accounts accounts(
            Access access,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable String assessment,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        var parts = units.of(access, new UnitAccounts.Asked(party, assessment, asOf, null));
        return new Accounts(
                parts.stream().map(UnitItem::of).toList(),
                SourceSum.of(parts).stream().map(SourceItem::of).toList());
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) throw new InputException(field, "is missing");
        return value;
    }

    private static String text(Money amount) {
        return amount.toDecimal().toPlainString();
    }

    /** A paying unit to be made known or renamed. */
    record UnitWish(@Nullable String party, @Nullable String code, @Nullable String name) {}

    /** See {@link PaymentLine}; a weight that is left out is the rest. */
    record LineWish(
            @Nullable String unit,
            @Nullable String route,
            @Nullable String weight,
            @Nullable String payerAccount,
            @Nullable String nomenclature,
            @Nullable String source) {

        PaymentLine toLine() {
            var part = weight;
            return new PaymentLine(
                    required("unit", unit),
                    Route.of(required("route", route)),
                    part == null ? null : Input.read("weight", () -> new BigDecimal(part)),
                    PayerAccount.of(payerAccount, nomenclature),
                    source);
        }
    }

    /** See {@link NewPaymentLines}; the note says what was assumed, if something was. */
    record LinesWish(
            @Nullable String party,
            @Nullable LocalDate effectiveFrom,
            @Nullable String fund,
            @Nullable String document,
            @Nullable List<LineWish> lines,
            @Nullable String basisNote) {

        NewPaymentLines toWish() {
            var only = fund;
            var note = basisNote;
            return new NewPaymentLines(
                    required("party", party),
                    required("effectiveFrom", effectiveFrom),
                    only == null ? null : Input.read("fund", () -> new FundCode(only)),
                    document,
                    required("lines", lines).stream()
                            .map(line -> required("lines", line).toLine())
                            .toList(),
                    note == null
                            ? null
                            : Input.read("basisNote", () -> new Basis(Basis.Kind.ASSUMED, note)));
        }
    }

    /** A version as the API writes it. */
    record LinesItem(
            String party,
            int version,
            @Nullable String fund,
            LocalDate effectiveFrom,
            @Nullable String document,
            List<LineItem> lines,
            @Nullable String basis,
            @Nullable String basisNote,
            String preparedBy,
            String preparedAt) {

        static LinesItem of(LinesVersion version) {
            var basis = version.basis();
            return new LinesItem(
                    version.party(),
                    version.version(),
                    version.fund(),
                    version.effectiveFrom(),
                    version.document(),
                    version.lines().stream().map(LineItem::of).toList(),
                    basis == null ? null : basis.kind().code(),
                    basis == null ? null : basis.note(),
                    version.preparedBy(),
                    version.preparedAt().toString());
        }
    }

    /** A line as the API writes it; without a weight it carries the rest. */
    record LineItem(
            String unit,
            String route,
            @Nullable String weight,
            @Nullable String payerAccount,
            @Nullable String nomenclature,
            @Nullable String source) {

        static LineItem of(PaymentLine line) {
            var account = line.account();
            var weight = line.weight();
            return new LineItem(
                    line.unit(),
                    line.route().code(),
                    weight == null ? null : weight.toPlainString(),
                    account == null ? null : account.code(),
                    account == null ? null : account.nomenclature(),
                    line.source());
        }
    }

    /** The parts of divided charges and the sums by ultimate source. */
    record Accounts(List<UnitItem> units, List<SourceItem> sources) {}

    /** What a unit carries of a charge. */
    record UnitItem(
            String charge,
            String party,
            @Nullable String unit,
            @Nullable String name,
            int version,
            @Nullable LineItem line,
            String charged,
            String paid,
            String writtenOff,
            String open) {

        static UnitItem of(UnitAccount part) {
            var line = part.line();
            return new UnitItem(
                    part.charge(),
                    part.party(),
                    part.unit(),
                    part.unitName(),
                    part.version(),
                    line == null ? null : LineItem.of(line),
                    text(part.charged()),
                    text(part.paid()),
                    text(part.writtenOff()),
                    text(part.open()));
        }
    }

    /** The sums of one ultimate source; null where lines name none. */
    record SourceItem(
            @Nullable String source, String charged, String paid, String writtenOff, String open) {

        static SourceItem of(SourceSum sum) {
            return new SourceItem(
                    sum.source(),
                    text(sum.charged()),
                    text(sum.paid()),
                    text(sum.writtenOff()),
                    text(sum.open()));
        }
    }
}
