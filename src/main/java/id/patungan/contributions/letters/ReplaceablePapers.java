package id.patungan.contributions.letters;

import id.patungan.documents.IssuedPaper;
import id.patungan.platform.Access;

/** A kind of paper of which a new one, that says how things are now, can take the place. */
public interface ReplaceablePapers {

    /** Whether papers of that series are of this kind. */
    boolean issues(String series);

    /**
     * Issues a new paper in place of the one that stands.
     *
     * @param subject of the one that stands
     * @param reason why it is withdrawn
     * @throws LettersException if none stands, or as when one is issued
     */
    IssuedPaper replace(Access access, String subject, NewLetter wish, String reason, String key);
}
