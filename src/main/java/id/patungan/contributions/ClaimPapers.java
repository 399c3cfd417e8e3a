package id.patungan.contributions;

import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.List;

/**
 * The papers about charges, read. A party sees its own; what the body thinks of its debtors, the
 * allowances, and what waits for a decision see those who read the whole book.
 */
@Service
public class ClaimPapers {

    private final ClaimRepository claims;
    private final ClaimWishes wishes;
    private final Books books;
    private final Transactions transactions;

    ClaimPapers(
            ClaimRepository claims, ClaimWishes wishes, Books books, Transactions transactions) {
        this.claims = claims;
        this.wishes = wishes;
        this.books = books;
        this.transactions = transactions;
    }

    /** The papers about charges, the oldest first; wishes the newest first. */
    public record Shown(
            List<ClaimPaper> papers, List<MemoRelease> releases, List<ClaimWish> wishes) {

        /** Takes copies. */
        public Shown {
            papers = List.copyOf(papers);
            releases = List.copyOf(releases);
            wishes = List.copyOf(wishes);
        }

        /** Whether there is nothing. */
        public boolean isEmpty() {
            return papers.isEmpty() && releases.isEmpty() && wishes.isEmpty();
        }
    }

    /**
     * The paper, if its payer is within the viewer's reach.
     *
     * @throws ContributionsException not found, also where it is not
     */
    public ClaimPaper get(Access access, String code) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                claims.paper(
                                access.body(),
                                access.reach(),
                                code,
                                books.get(access.body()).currency())
                        .orElseThrow(() -> ContributionsException.noSuchPaper(code)));
    }

    /**
     * The papers about the charges of an assessment, as far as the viewer may see them.
     *
     * @param assessment its code; null for all
     */
    public Shown shown(Access access, @Nullable String assessment) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> {
            var currency = books.get(access.body()).currency();
            return new Shown(
                    claims.papers(access.body(), access.reach(), assessment, currency),
                    claims.releases(access.body(), access.reach(), assessment, currency),
                    access.reach().everything() ? wishes(access, assessment) : List.of());
        });
    }

    private List<ClaimWish> wishes(Access access, @Nullable String assessment) {
        return wishes.all(access).stream()
                .filter(one -> assessment == null || one.wish().assessment().equals(assessment))
                .toList();
    }

    /**
     * The claim that was given up by that paper.
     *
     * @throws ContributionsException not found
     */
    MemoRelease release(Access access, String code) {
        return shown(access, null).releases().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ContributionsException.noSuchPaper(code));
    }
}
