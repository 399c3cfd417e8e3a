package id.patungan.contributions.arrears;

import id.patungan.contributions.agreed.AgreedForm;
import id.patungan.contributions.agreed.AgreedPages;
import id.patungan.parties.Agreements;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMapping;

import java.time.Clock;
import java.util.Locale;

/** What follows from arrears in a body: the page of the policy. */
@Controller
@RequestMapping("/bodies/{body}/arrears-policy")
class PolicyPages extends AgreedPages<ArrearsPolicy, NewArrearsPolicy> {

    PolicyPages(ArrearsPolicies policies, Agreements agreements, Clock clock) {
        super(policies, agreements, clock, "arrears-policy", "contributions/arrears/policy");
    }

    @Override
    protected AgreedForm<NewArrearsPolicy> form(
            BodyEntry body, MultiValueMap<String, String> texts, Locale locale) {
        return new StandingForm(texts);
    }

    @Override
    protected String field(String code) {
        return code.startsWith("rules.")
                        || code.startsWith("contributions.")
                        || code.startsWith("parties.")
                ? "ground"
                : "effectiveFrom";
    }
}
