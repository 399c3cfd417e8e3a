package id.patungan.parties;

import id.patungan.platform.Transactions;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The 552 official regions, the product's own reference data: public, the same for every body.
 *
 * <p>Codes, names and population by Kepmendagri 300.2.2-2138 of 2025; area by Badan Informasi
 * Geospasial, letter B-16.10/DIGD-BIG/IGD.04.04/12/2024.
 */
@Service
public class Regions {

    /** Where codes, names and population come from. */
    public static final String POPULATION_SOURCE = "Kepmendagri 300.2.2-2138 Tahun 2025";

    /** Where land areas come from. */
    public static final String AREA_SOURCE =
            "Badan Informasi Geospasial, surat B-16.10/DIGD-BIG/IGD.04.04/12/2024";

    private final PartyRepository parties;
    private final Transactions transactions;

    Regions(PartyRepository parties, Transactions transactions) {
        this.parties = parties;
        this.transactions = transactions;
    }

    /** Regions whose name contains the text or whose code begins with it, by code. */
    public List<Region> search(String text, int most) {
        return transactions.read(() -> parties.regions(text, most));
    }

    /** The region of that code. */
    public Optional<Region> byCode(String code) {
        return Optional.ofNullable(
                transactions.read(() -> parties.regions(Set.of(code))).get(code));
    }
}
