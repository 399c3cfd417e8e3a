package id.patungan.allocation;

import id.patungan.basics.Fraction;

import java.util.List;

/**
 * A rule's place in a division: where it stands, what reaches it, and among whom it is divided.
 *
 * @param place such as {@code rule.parts[1].rule}
 * @param amount exact, in main units, not negative
 * @param members the places of the parties in the list
 */
record Node(String place, Fraction amount, List<Integer> members) {

    /** A field of the rule, for refusals: {@code rule.rest.shares}. */
    String field(String name) {
        return place + "." + name;
    }

    /** A rule within, among the same parties. */
    Node inner(String field, Fraction part) {
        return new Node(field(field), part, members);
    }
}
