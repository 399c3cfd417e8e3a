package id.patungan.parties;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * An official region: a province, kabupaten or kota.
 *
 * @param code as text, {@code 32.10} is not {@code 32.1}
 * @param name as in the ministry's table, provinces without the word
 * @param provinceCode null for a province
 * @param population of 2025, by Kepmendagri 300.2.2-2138 of 2025
 * @param areaKm2 land area of 2024, by Badan Informasi Geospasial; null where not given
 */
public record Region(
        String code,
        String name,
        @Nullable String provinceCode,
        long population,
        @Nullable BigDecimal areaKm2) {}
