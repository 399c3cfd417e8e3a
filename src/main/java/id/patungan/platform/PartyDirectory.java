package id.patungan.platform;

import id.patungan.basics.BodyId;
import id.patungan.basics.PartyId;

import java.util.Optional;

/** The parties of a body by the codes that people use; the module of parties knows them. */
public interface PartyDirectory {

    /** The party of the body with that code. */
    Optional<PartyId> partyByCode(BodyId body, String code);

    /** Code and name of a party of the body, as the administrator reads them. */
    Optional<String> partyLabel(BodyId body, PartyId party);
}
