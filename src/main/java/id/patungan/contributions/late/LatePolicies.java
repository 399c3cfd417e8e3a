package id.patungan.contributions.late;

import id.patungan.basics.Money;
import id.patungan.contributions.agreed.AgreedVersions;
import id.patungan.contributions.agreed.Agreeing;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;

import org.springframework.stereotype.Service;

/** What a body charges for lateness, in versions that one person drafts and another approves. */
@Service
public class LatePolicies extends AgreedVersions<LatePolicy, NewLatePolicy> {

    private final Books books;

    LatePolicies(Agreeing with, LatePolicyRepository store, Books books) {
        super(with, "late-policy", store);
        this.books = books;
    }

    /**
     * Refuses amounts that are not in the currency of the book.
     *
     * @throws LateException if one is not
     */
    @Override
    protected void requireFit(Access access, NewLatePolicy wish) {
        requireCurrency(access, wish.terms().unit());
        var fine = wish.terms().fine();
        if (fine != null) requireCurrency(access, fine);
    }

    private void requireCurrency(Access access, Money amount) {
        var currency = books.get(access.body()).currency();
        if (!amount.currency().equals(currency)) {
            throw LateException.otherCurrency(
                    amount.currency().getCurrencyCode(), currency.getCurrencyCode());
        }
    }
}
