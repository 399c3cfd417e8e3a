package id.patungan.forecasting.papers;

import id.patungan.documents.PaperBody;
import id.patungan.documents.PaperSignatory;
import id.patungan.forecasting.Examination;
import id.patungan.forecasting.Forecast;
import id.patungan.forecasting.indicators.Indicators;
import id.patungan.forecasting.pages.BookedYear;
import id.patungan.ledger.Names;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a sustainability report says, in no language.
 *
 * @param entry the body as messages know it
 * @param names of its accounts, funds and parties
 * @param indicators on the day, from the books
 * @param forecast from the day on, under the scenario that was asked for
 * @param examination of the forecast
 * @param booked the years of the books beside it
 * @param cases the forecast first, then if somebody stops
 * @param rise of the dues that the whole years ahead ask for
 * @param scenario number and version of a saved scenario, {@code 3/2}; null for the base or one
 *     from a file
 * @param signed day of the signatures
 */
public record SustainabilityReport(
        PaperBody body,
        BodyEntry entry,
        Names names,
        Indicators indicators,
        Forecast forecast,
        Examination examination,
        List<BookedYear> booked,
        List<WhatIf> cases,
        DuesRise rise,
        @Nullable String scenario,
        Known known,
        List<PaperSignatory> signatories,
        LocalDate signed) {

    /** Copies the lists. */
    public SustainabilityReport {
        booked = List.copyOf(booked);
        cases = List.copyOf(cases);
        signatories = List.copyOf(signatories);
    }

    /**
     * The last entry that counts.
     *
     * @param hash of the chain there
     */
    public record Known(long entryNo, String hash, Instant recordedAt) {}

    /** The last day of the books that counts. */
    public LocalDate asOf() {
        return indicators.asOf();
    }
}
