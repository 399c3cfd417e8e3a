package id.patungan.contributions.agreed;

import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;
import id.patungan.platform.Transactions;

import org.springframework.stereotype.Component;

import java.time.Clock;

/** What {@link AgreedVersions} of every kind work with. */
@Component
public record Agreeing(
        Agreements agreements,
        Books books,
        Commands commands,
        Audit audit,
        Transactions transactions,
        Clock clock) {}
