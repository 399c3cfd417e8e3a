package id.patungan.cli;

import id.patungan.contributions.Basis;
import id.patungan.contributions.paying.NewPaymentLines;
import id.patungan.contributions.paying.PayerAccount;
import id.patungan.contributions.paying.PaymentLine;
import id.patungan.contributions.paying.PaymentLines;
import id.patungan.contributions.paying.Route;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The paying units of Barlingmascakeb. The source gives "operasional" to the budget of the regional
 * secretariats and "operasional dan teknis" to BAPPEDA, so each member's dues are carried by both;
 * the parts, the routes and the account codes are invented.
 */
@Component
class DemoUnits {

    private static final Map<String, String> MEMBERS = new LinkedHashMap<>();

    static {
        MEMBERS.put("33.01", "Cilacap");
        MEMBERS.put("33.02", "Banyumas");
        MEMBERS.put("33.03", "Purbalingga");
        MEMBERS.put("33.04", "Banjarnegara");
        MEMBERS.put("33.05", "Kebumen");
    }

    private final PaymentLines lines;

    DemoUnits(PaymentLines lines) {
        this.lines = lines;
    }

    /** Enters units and lines, which hold from the first day of the year. */
    void enter(Access finance) {
        MEMBERS.forEach((code, name) -> member(finance, code, name));
    }

    private void member(Access finance, String code, String name) {
        var secretariat = code + "-SEKDA";
        var planning = code + "-BAPPEDA";
        lines.addUnit(finance, code, secretariat, "Sekretariat Daerah Kabupaten " + name);
        lines.addUnit(finance, code, planning, "BAPPEDA Kabupaten " + name);
        lines.add(
                finance,
                new NewPaymentLines(
                        code,
                        LocalDate.of(2005, 1, 1),
                        null,
                        null,
                        List.of(
                                line(secretariat, "60", "5.1.02.01", null),
                                line(planning, null, "5.1.02.02", "Transfer pusat (contoh)")),
                        new Basis(
                                Basis.Kind.SAMPLE,
                                "Sumber menyebut SEKDA dan BAPPEDA untuk operasional; bagian,"
                                        + " cara membayar, kode rekening dan sumber akhir rekaan")),
                "demo-lines-" + code);
    }

    private static PaymentLine line(
            String unit, @Nullable String weight, String account, @Nullable String source) {
        return new PaymentLine(
                unit,
                Route.PROGRAMME_SPENDING,
                weight == null ? null : new BigDecimal(weight),
                new PayerAccount(account, "Permendagri 90/2019 (contoh)"),
                source);
    }
}
