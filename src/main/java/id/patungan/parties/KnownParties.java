package id.patungan.parties;

import id.patungan.basics.BodyId;
import id.patungan.basics.PartyId;
import id.patungan.platform.PartyDirectory;
import id.patungan.platform.Transactions;

import org.springframework.stereotype.Component;

import java.util.Optional;

/** Tells those who give permissions which party a code means; says nothing of its affairs. */
@Component
class KnownParties implements PartyDirectory {

    private final PartyRepository parties;
    private final Transactions transactions;

    KnownParties(PartyRepository parties, Transactions transactions) {
        this.parties = parties;
        this.transactions = transactions;
    }

    @Override
    public Optional<PartyId> partyByCode(BodyId body, String code) {
        return transactions.read(() -> parties.idOf(body, code));
    }

    @Override
    public Optional<String> partyLabel(BodyId body, PartyId party) {
        return transactions.read(() -> parties.labelOf(body, party));
    }
}
