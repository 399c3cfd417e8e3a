package id.patungan.grants.rates;

import id.patungan.basics.InputException;
import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Exchange rates for programs; rates are decimals, and each wish sent again changes nothing. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/exchange-rates")
class RateApi {

    private final ExchangeRates rates;
    private final RateFile file;

    RateApi(ExchangeRates rates, RateFile file) {
        this.rates = rates;
        this.file = file;
    }

    /** Rates with those they replaced, the newest day first. */
    @GetMapping
    List<RateItem> list(
            Access access,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer year) {
        var asked =
                new ExchangeRates.Asked(
                        currency == null ? null : NewRate.currency(currency),
                        kind == null
                                ? null
                                : RateKind.of(kind)
                                        .orElseThrow(() ->
                                                new InputException("kind", "must be day or month")),
                        year);
        return rates.list(access, asked).stream().map(RateItem::of).toList();
    }

    @PostMapping
    RateItem record(Access access, @RequestBody RateWish request) {
        access.require(Action.PREPARE);
        return RateItem.of(rates.record(access, request.toWish()));
    }

    /** Lines of a CSV file, all or none. */
    @PostMapping("/csv")
    RateFile.Outcome record(Access access, @RequestBody CsvWish request) {
        access.require(Action.PREPARE);
        var bytes = required("csv", request.csv()).getBytes(StandardCharsets.UTF_8);
        return file.read(
                access,
                "csv",
                new ByteArrayInputStream(bytes),
                Boolean.TRUE.equals(request.check()));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) throw new InputException(field, "is missing");
        return value;
    }

    /** A rate to be recorded; {@code on} is a day or a month, a reason corrects another rate. */
    record RateWish(
            @Nullable String currency,
            @Nullable String on,
            @Nullable String rate,
            @Nullable String source,
            @Nullable String document,
            @Nullable String reason) {

        NewRate toWish() {
            return new NewRate(
                    NewRate.currency(required("currency", currency)),
                    RateDate.read(required("on", on)),
                    NewRate.rate(required("rate", rate)),
                    required("source", source),
                    document,
                    reason);
        }
    }

    /**
     * A file as text.
     *
     * @param check only says what would be stored
     */
    record CsvWish(@Nullable String csv, @Nullable Boolean check) {}

    /** A rate as the API writes it. */
    record RateItem(
            int no,
            String currency,
            String kind,
            String on,
            String rate,
            String source,
            @Nullable String document,
            @Nullable Integer replaces,
            @Nullable String reason,
            @Nullable Integer replacedBy,
            String recordedBy,
            String recordedAt) {

        static RateItem of(ExchangeRate rate) {
            return new RateItem(
                    rate.no(),
                    rate.currency().getCurrencyCode(),
                    rate.on().kind().code(),
                    rate.on().toString(),
                    rate.rate().toPlainString(),
                    rate.source(),
                    rate.document(),
                    rate.replaces(),
                    rate.reason(),
                    rate.replacedBy(),
                    rate.recordedBy(),
                    rate.recordedAt().toString());
        }
    }
}
