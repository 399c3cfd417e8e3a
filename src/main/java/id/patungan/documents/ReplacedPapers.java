package id.patungan.documents;

/** Says which papers can be made anew: whoever issues them, for the page of a paper. */
public interface ReplacedPapers {

    /** Whether a paper of that series can be replaced by one that says how things are now. */
    boolean replaced(String series);
}
