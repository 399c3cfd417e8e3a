package id.patungan.parties;

import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The pages of a body's members. */
@Controller
@RequestMapping("/bodies/{body}/members")
class MemberController {

    private static final String FORM = "parties/member-form";

    private final Members members;
    private final Parties parties;
    private final Clock clock;

    MemberController(Members members, Parties parties, Clock clock) {
        this.members = members;
        this.parties = parties;
        this.clock = clock;
    }

    /** Members of today, or with {@code all} everyone who ever was. */
    @GetMapping
    String list(
            Access access,
            BodyEntry body,
            @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        var today = LocalDate.now(clock.withZone(body.zone()));
        var reach = access.reach();
        var rows =
                (all ? members.all(access) : members.on(access, today))
                        .stream()
                                .map(member ->
                                        new Row(
                                                member,
                                                state(member, today),
                                                reach.everything()
                                                        || reach.parties()
                                                                .contains(member.party())))
                                .toList();
        model.addAttribute("body", body);
        model.addAttribute("rows", rows);
        model.addAttribute("today", today);
        model.addAttribute("all", all);
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("mayRead", access.may(Action.READ_BOOKS));
        return "parties/members";
    }

    private static MemberState state(Member member, LocalDate today) {
        if (member.period().isEmpty()) {
            return MemberState.NEVER;
        }
        if (member.period().contains(today)) {
            return MemberState.CURRENT;
        }
        return today.isBefore(member.period().from()) ? MemberState.FUTURE : MemberState.ENDED;
    }

    @GetMapping("/new")
    String form(Access access, BodyEntry body, Model model) {
        access.require(Action.PREPARE);
        model.addAttribute("form", Map.of("voting", "on"));
        return shown(access, body, "", model);
    }

    @PostMapping
    String admit(
            Access access,
            BodyEntry body,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form =
                new Form(sent)
                        .needs(PartyField.CODE, PartyField.FROM)
                        .dates(PartyField.FROM, PartyField.UNTIL);
        if (form.done(() -> members.admit(access, wish(form, form.text(PartyField.CODE))))) {
            return back(body);
        }
        shown(access, body, "", model);
        return form.again(FORM, model, response);
    }

    @GetMapping("/{code}/{from}")
    String edit(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            Model model) {
        access.require(Action.PREPARE);
        var member = members.get(access, code, from);
        var form = new HashMap<String, String>();
        var until = member.period().until();
        form.put("from", from.toString());
        form.put("until", Words.written(until));
        form.put("memberClass", member.memberClass());
        form.put("note", member.note() == null ? "" : member.note());
        if (member.voting()) {
            form.put("voting", "on");
        }
        model.addAttribute("form", form);
        model.addAttribute("member", member);
        return shown(access, body, "/" + code + "/" + from, model);
    }

    @PostMapping("/{code}/{from}")
    String change(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var all = new HashMap<>(sent);
        all.put("from", from.toString());
        var form = new Form(all).dates(PartyField.UNTIL);
        if (form.done(() -> members.change(access, wish(form, code)))) {
            return back(body);
        }
        model.addAttribute("member", members.get(access, code, from));
        shown(access, body, "/" + code + "/" + from, model);
        return form.again(FORM, model, response);
    }

    private static NewMember wish(Form form, String code) {
        return new NewMember(
                code,
                form.period(),
                form.text(PartyField.MEMBER_CLASS),
                form.ticked(PartyField.VOTING),
                form.text(PartyField.NOTE));
    }

    private String shown(Access access, BodyEntry body, String path, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("action", "/bodies/" + body.code() + "/members" + path);
        model.addAttribute("parties", parties.list(access, "", null, 1).rows());
        return FORM;
    }

    private static String back(BodyEntry body) {
        return "redirect:/bodies/" + body.code() + "/members?all=true";
    }

    /** Where a membership stands today. */
    enum MemberState {
        /** A member today. */
        CURRENT("ok"),
        /** Begins later. */
        FUTURE("info"),
        /** Has ended. */
        ENDED("idle"),
        /** Entered by mistake. */
        NEVER("idle");

        private final String style;

        MemberState(String style) {
            this.style = style;
        }

        /** The end of the class name of its mark. */
        public String style() {
            return style;
        }
    }

    /**
     * A line of the list.
     *
     * @param mayOpen whether the viewer may read the statement of this member
     */
    record Row(Member member, MemberState state, boolean mayOpen) {}
}
