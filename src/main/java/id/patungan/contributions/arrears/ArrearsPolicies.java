package id.patungan.contributions.arrears;

import id.patungan.contributions.agreed.AgreedVersions;
import id.patungan.contributions.agreed.Agreeing;

import org.springframework.stereotype.Service;

/** What follows from arrears in a body, in versions that one person drafts and another approves. */
@Service
public class ArrearsPolicies extends AgreedVersions<ArrearsPolicy, NewArrearsPolicy> {

    ArrearsPolicies(Agreeing with, PolicyRepository store) {
        super(with, "arrears-policy", store);
    }
}
