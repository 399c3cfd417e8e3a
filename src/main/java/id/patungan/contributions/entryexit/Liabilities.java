package id.patungan.contributions.entryexit;

import id.patungan.contributions.FormerMembers;
import id.patungan.platform.Access;

import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** Continuing liability as the recorded notices say. */
@Component
class Liabilities implements FormerMembers {

    private final ChangeRepository changes;

    Liabilities(ChangeRepository changes) {
        this.changes = changes;
    }

    @Override
    public Map<String, Leaver> leavers(Access access) {
        var leavers = new HashMap<String, Leaver>();
        // The newest first: what a party did last says what it is
        var seen = new HashSet<String>();
        for (var change : changes.all(access.body())) {
            if (!change.stands() || !seen.add(change.party())) continue;
            var until = change.paysUntil();
            if (until != null) leavers.put(change.party(), new Leaver(change.partyName(), until));
        }
        return leavers;
    }
}
