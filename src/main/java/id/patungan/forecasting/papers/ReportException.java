package id.patungan.forecasting.papers;

import id.patungan.basics.DomainException;

import java.time.LocalDate;

/** Why a sustainability report was not made or not issued; nothing was stored. */
public final class ReportException extends DomainException {

    private static final long serialVersionUID = 1L;

    private ReportException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static ReportException noBooks(LocalDate asOf) {
        return new ReportException(
                Kind.REFUSED,
                "sustainability-report.no-books",
                "The book has no entry until %s; there is nothing to report".formatted(asOf),
                asOf);
    }

    static ReportException future(LocalDate day, LocalDate today) {
        return new ReportException(
                Kind.REFUSED,
                "sustainability-report.future",
                "%s is after today, %s".formatted(day, today),
                day,
                today);
    }

    static ReportException tooEarly(LocalDate day, LocalDate asOf) {
        return new ReportException(
                Kind.REFUSED,
                "sustainability-report.too-early",
                "The report is dated %s, before the day %s that it is about".formatted(day, asOf),
                day,
                asOf);
    }

    static ReportException standing(String code) {
        return new ReportException(
                Kind.REFUSED,
                "sustainability-report.standing",
                "%s about the same stands; say why it is replaced".formatted(code),
                code);
    }

    static ReportException unknownFormat(String format) {
        return new ReportException(
                Kind.NOT_FOUND,
                "sustainability-report.unknown-format",
                "The report comes as pdf, xlsx or json, not as " + format,
                format);
    }
}
