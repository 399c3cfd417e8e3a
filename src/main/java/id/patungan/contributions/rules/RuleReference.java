package id.patungan.contributions.rules;

/**
 * Exactly one wording of a rule, as frozen with what was divided by it.
 *
 * @param digest of the version, see {@link RuleVersion#digest()}
 */
public record RuleReference(String code, int version, String digest) {}
