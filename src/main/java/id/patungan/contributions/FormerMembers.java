package id.patungan.contributions;

import id.patungan.platform.Access;

import java.time.LocalDate;
import java.util.Map;

/** Who has left or given notice, and for how long it still pays dues by its agreement. */
public interface FormerMembers {

    /**
     * Who leaves.
     *
     * @param name of the party
     * @param paysUntil last day for which it pays
     */
    record Leaver(String name, LocalDate paysUntil) {

        /** Whether it pays for at least one day of the fiscal year. */
        public boolean paysIn(int year) {
            return paysUntil.getYear() >= year;
        }
    }

    /** Those who have left or will leave, by code of the party. */
    Map<String, Leaver> leavers(Access access);
}
