package id.patungan.cli;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.Basis;
import id.patungan.contributions.InKind;
import id.patungan.contributions.InKindRegister;
import id.patungan.contributions.NewInKind;
import id.patungan.platform.Access;

import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * The office that Kota Yogyakarta gives Kartamantul. That it gives one stands in the source; no
 * value does, so the value is invented and marked, and it waits for the decision of another person:
 * nothing of it is in the books.
 */
@Component
class DemoInKind {

    private static final Currency IDR = Currency.getInstance("IDR");

    private final InKindRegister register;

    DemoInKind(InKindRegister register) {
        this.register = register;
    }

    /** Proposes it. */
    void propose(Access finance) {
        register.enter(
                finance,
                new NewInKind(
                        "34.71",
                        InKind.Kind.OFFICE,
                        "Ruang kantor sekretariat (nilai rekaan)",
                        LocalDate.of(2006, 1, 1),
                        LocalDate.of(2006, 12, 31),
                        new BigDecimal("12"),
                        "bulan",
                        InKind.Valuation.MARKET,
                        "Belum dinilai; nilai rekaan untuk contoh",
                        null,
                        Money.of(IDR, new BigDecimal("24000000")),
                        null,
                        new FundCode("UMUM"),
                        new AccountCode("52500"),
                        LocalDate.of(2006, 12, 29),
                        new Basis(
                                Basis.Kind.SAMPLE,
                                "Sumber: Kota Yogyakarta menyediakan ruang kantor (001 L3476); di"
                                        + " tempat lain disebut provinsi (catatan kaki 43)."
                                        + " Nilainya tidak disebut dan direka.")),
                "demo-in-kind");
    }
}
