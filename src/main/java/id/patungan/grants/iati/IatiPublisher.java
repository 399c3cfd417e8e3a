package id.patungan.grants.iati;

import id.patungan.grants.iati.IatiCode.OrganisationType;

/**
 * The body as it publishes.
 *
 * @param organisation its identifier in the standard, such as {@code ID-KSD-KARTAMANTUL}
 * @param country two capitals of ISO 3166-1
 */
public record IatiPublisher(String organisation, OrganisationType type, String country) {

    /** Refuses what no file could hold. */
    public IatiPublisher {
        organisation = IatiException.identifier("organisation", organisation);
        if (!country.matches("[A-Z]{2}")) throw IatiException.unreadable("country", country);
    }
}
